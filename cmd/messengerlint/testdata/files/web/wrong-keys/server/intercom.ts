import { createHmac, createHash } from 'crypto';
import jwt from 'jsonwebtoken';

export function intercomJwtA(userId: string) {
  return jwt.sign({ user_id: userId }, process.env.INTERCOM_CLIENT_SECRET!, { expiresIn: '1h' }); // want wrongkey
}

export function intercomJwtB(userId: string) {
  return jwt.sign({ user_id: userId }, process.env.INTERCOM_ACCESS_TOKEN!, { expiresIn: '1h' }); // want wrongkey
}

export function intercomJwtC(userId: string) {
  const key = Buffer.from(process.env.INTERCOM_JWT_SECRET!, 'base64');
  return jwt.sign({ user_id: userId }, key, { expiresIn: '1h' }); // want wrongkey
}

export function intercomHashD(userId: string) {
  const secret = process.env.INTERCOM_HMAC_SECRET || ''; // want wrongkey
  return createHmac('sha256', secret).update(userId).digest('hex'); // want identityhash
}

export function intercomHashE(userId: string) {
  const key = createHash('sha256').update(process.env.INTERCOM_IDENTITY_SECRET!).digest();
  return createHmac('sha256', key).update(userId).digest('hex'); // want identityhash, wrongkey
}

export function intercomJwtF(userId: string) {
  return jwt.sign({ user_id: userId }, 'secret', { expiresIn: '1h' }); // want wrongkey
}

export function intercomJwtG(userId: string) {
  return jwt.sign({ user_id: userId }, process.env.INTERCOM_API_KEY!, { expiresIn: '1h' });
}
