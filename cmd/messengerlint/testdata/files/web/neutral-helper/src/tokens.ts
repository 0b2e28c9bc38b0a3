import jwt, { SignOptions } from 'jsonwebtoken';

export function sign(claims: object, key: string, options: SignOptions = {}): string {
  return jwt.sign(claims, key, options);
}

export function intercomToken(user: { id: string }) {
  return sign({ user_id: user.id }, process.env.INTERCOM_JWT_SECRET!, { expiresIn: '2h' });
}

export function intercomTokenForever(user: { id: string; email: string }) {
  return sign({ user_id: user.id, email: user.email }, process.env.INTERCOM_JWT_SECRET!); // want missingexpiry
}

export function intercomTokenSub(user: { id: string }) {
  return sign({ sub: user.id }, process.env.INTERCOM_JWT_SECRET!, { expiresIn: '2h' }); // want missinguserid
}

export function resetToken(user: { id: string }) {
  return sign({ sub: user.id, kind: 'reset' }, process.env.JWT_SECRET!);
}
