export async function startIntercom(user) {
  let token = null;
  try {
    const res = await fetch('/intercom/jwt');
    token = (await res.json()).token;
  } catch (e) {
    console.warn('no intercom token', e);
  }
  if (token) {
    window.Intercom('boot', { app_id: 'abcd1234', user_id: user.id, intercom_user_jwt: token });
  } else {
    window.Intercom('boot', { app_id: 'abcd1234', user_id: user.id, email: user.email }); // want unsignedboot
  }
}

export function bootMaybe(user, jwt) {
  const settings = jwt ? { user_id: user.id, intercom_user_jwt: jwt } : { email: user.email };
  window.Intercom('boot', { app_id: 'abcd1234', ...settings }); // want unsignedboot
}

export function bootFine(user, jwt) {
  window.Intercom('boot', {
    app_id: 'abcd1234',
    ...(user && { user_id: user.id, email: user.email }),
    ...(jwt ? { intercom_user_jwt: jwt } : {}),
  });
}
