import { createHmac } from 'node:crypto';

const secret = process.env.INTERCOM_JWT_SECRET;
if (!secret) {
  throw new Error('INTERCOM_JWT_SECRET is not set');
}

const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

const HEADER = encode({ alg: 'HS256', typ: 'JWT' });

export function createIntercomJwt(user) {
  const now = Math.floor(Date.now() / 1000);
  const payload = { user_id: user.id, email: user.email, iat: now }; // want missingexpiry
  const input = `${HEADER}.${encode(payload)}`;
  const signature = createHmac('sha256', secret).update(input).digest('base64url');
  return `${input}.${signature}`;
}
