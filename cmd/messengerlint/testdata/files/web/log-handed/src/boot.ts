import Intercom from '@intercom/messenger-js-sdk';

export async function boot(user: User) {
  const { token } = await fetch('/api/support').then((r) => r.json());
  Intercom({ app_id: 'k3m9q1zx', user_id: user.id, intercom_user_jwt: token });
  console.log('token', token); // want secretlog
}

export async function boot2(user: User) {
  const data = await (await fetch('/api/support')).json();
  window.intercomSettings = { app_id: 'k3m9q1zx', user_id: user.id, intercom_user_jwt: data.t };
  console.log('token', data.t); // want secretlog
  console.log('name', data.name);
  posthog.capture('boot', { t: data.t }); // want secretlog
  location.href = `/help?t=${data.t}`; // want secretlog
  history.replaceState(null, '', '/help?t=' + data.t); // want secretlog
}

export async function boot3(user: User) {
  const jwt = await api.post('/mint');
  window.Intercom('update', { intercom_user_jwt: jwt });
  throw new Error('late ' + jwt); // want secretlog
}

export async function other(user: User) {
  const { token } = await fetch('/api/session').then((r) => r.json());
  console.log('token', token);
}
