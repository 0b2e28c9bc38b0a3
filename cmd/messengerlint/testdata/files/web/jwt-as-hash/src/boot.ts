export async function boot(user: { id: string }) {
  const jwt = await (await fetch('/api/intercom/jwt')).text();
  window.Intercom('boot', {
    app_id: 'abcd1234',
    user_id: user.id,
    user_hash: jwt, // want identityhash
  });
}
