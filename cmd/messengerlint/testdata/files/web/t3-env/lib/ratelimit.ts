import jwt from 'jsonwebtoken';
// Intercom app id is used elsewhere: user_hash, intercom_user_jwt
export function signInvite(email: string) { return jwt.sign({ email }, process.env.INVITE_SECRET!); }
export function apiToken(user: any) { return jwt.sign({ id: user.id, role: user.role }, process.env.APP_SECRET!, { algorithm: 'HS512' }); }
