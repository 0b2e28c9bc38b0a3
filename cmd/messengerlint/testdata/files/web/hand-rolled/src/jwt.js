const { createHmac } = require('crypto');

const b64 = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

function intercomJwt(user, secret) {
  if (!secret) throw new Error('no intercom secret');
  const header = b64({ alg: 'HS256', typ: 'JWT' });
  const payload = b64({ user_id: user.id, exp: Math.floor(Date.now() / 1000) + 3600 });
  const signature = createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url');
  return `${header}.${payload}.${signature}`;
}

function intercomJwtForever(user, secret) {
  if (!secret) throw new Error('no intercom secret');
  const head = b64({ alg: 'HS256', typ: 'JWT' });
  const body = b64({ user_id: user.id, email: user.email }); // want missingexpiry
  const data = head + '.' + body;
  return data + '.' + createHmac('sha256', secret).update(data).digest('base64url');
}

module.exports = { intercomJwt, intercomJwtForever };
