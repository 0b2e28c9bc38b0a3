import { IntercomProvider, useIntercom } from 'react-use-intercom';
import { useEffect } from 'react';
import { useAuth } from './auth';

function Boot() {
  const { boot, update } = useIntercom();
  const { user, intercomToken } = useAuth();

  useEffect(() => {
    if (user) {
      boot({ userId: user.id, email: user.email, name: user.name }); // want unsignedboot
    } else {
      boot();
    }
  }, [user]);

  useEffect(() => {
    if (user && intercomToken) {
      update({ userId: user.id, intercomUserJwt: intercomToken });
    }
  }, [user, intercomToken]);

  return null;
}

export default function App() {
  const { user } = useAuth();
  return (
    <IntercomProvider
      appId={import.meta.env.VITE_INTERCOM_APP_ID}
      autoBoot
      autoBootProps={{ userId: user?.id, email: user?.email }} /* want unsignedboot */
    >
      <Boot />
    </IntercomProvider>
  );
}
