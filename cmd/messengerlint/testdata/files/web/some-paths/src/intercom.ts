import jwt from 'jsonwebtoken';

export function intercomJwt(user: { id?: string; email: string }, remember: boolean) {
  const claims: Record<string, unknown> = { email: user.email, exp: Math.floor(Date.now() / 1000) + 600 }; // want missinguserid
  if (user.id) {
    claims.user_id = user.id;
  }
  return jwt.sign(claims, process.env.INTERCOM_JWT_SECRET!);
}

export function intercomJwtExp(user: { id: string }, remember: boolean) {
  const claims: Record<string, unknown> = { user_id: user.id }; // want missingexpiry
  if (!remember) {
    claims.exp = Math.floor(Date.now() / 1000) + 600;
  }
  return jwt.sign(claims, process.env.INTERCOM_JWT_SECRET!);
}

export function intercomJwtOpen(claims: object) {
  return jwt.sign({ ...claims }, process.env.INTERCOM_JWT_SECRET!);
}

export function intercomJwtBuilt(user: { id: string }) {
  const claims: any = {};
  claims.user_id = user.id;
  claims.exp = Math.floor(Date.now() / 1000) + 600;
  return jwt.sign(claims, process.env.INTERCOM_JWT_SECRET!);
}
