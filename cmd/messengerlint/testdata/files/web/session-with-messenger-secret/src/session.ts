import jwt from 'jsonwebtoken';

export function createSessionToken(userId: string): string {
  return jwt.sign({ sub: userId, scope: 'app' }, process.env.INTERCOM_IDENTITY_VERIFICATION_SECRET!); // want wrongkey
}
