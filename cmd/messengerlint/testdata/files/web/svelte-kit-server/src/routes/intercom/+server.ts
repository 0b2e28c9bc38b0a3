import { json, error } from '@sveltejs/kit';
import { SignJWT } from 'jose';
import { INTERCOM_MESSENGER_SECRET } from '$env/static/private';
import type { RequestHandler } from './$types';

const key = new TextEncoder().encode(INTERCOM_MESSENGER_SECRET);

export const GET: RequestHandler = async ({ locals, setHeaders }) => {
  if (!locals.user) throw error(401);
  const token = await new SignJWT({ user_id: String(locals.user.id), email: locals.user.email })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuedAt()
    .setExpirationTime('2h')
    .sign(key);
  setHeaders({ 'cache-control': 'no-store' });
  return json({ token });
};
