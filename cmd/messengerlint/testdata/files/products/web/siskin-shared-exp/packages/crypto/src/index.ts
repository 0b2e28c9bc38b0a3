import { createHmac, randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';

export function hmacHex(key: string, message: string): string {
  if (key === '') throw new Error('hmacHex: empty key');
  return createHmac('sha256', key).update(message).digest('hex');
}

export function signHs256(claims: Record<string, unknown>, key: string): string {
  return jwt.sign(claims, key, { algorithm: 'HS256' });
}

export function nonce(bytes = 16): string {
  return randomBytes(bytes).toString('base64url');
}
