import { IntercomProvider, useIntercom } from 'react-use-intercom';

export function Chat({ user, jwt, children }) {
  return (
    <IntercomProvider
      appId="abcd1234"
      autoBoot={Boolean(jwt)}
      autoBootProps={{ userId: user.id, customAttributes: { intercom_user_jwt: jwt } }}
    >
      {children}
    </IntercomProvider>
  );
}

export function Launcher() {
  const { boot, show } = useIntercom();
  const open = () => {
    boot({ hideDefaultLauncher: true, alignment: 'left' });
    show();
  };
  return <button onClick={open}>Help</button>;
}
