'use server';

import { cookies, headers } from 'next/headers';
import { verifyToken } from '@/lib/auth';
import jwt from 'jsonwebtoken';

const key = process.env.INTERCOM_JWT_SECRET!;

export async function a() {
  const id = cookies().get('customer')?.value ?? '';
  if (!id) throw new Error('no customer');
  return jwt.sign({ user_id: id }, key, { algorithm: 'HS256', expiresIn: '1h' }); // want untrusteduserid
}

export async function b() {
  const list = await headers();
  const id = list.get('x-customer');
  if (id == null) return null;
  return jwt.sign({ user_id: id }, key, { algorithm: 'HS256', expiresIn: '1h' }); // want untrusteduserid
}

export async function c() {
  const jar = await cookies();
  const raw = jar.get('session')?.value;
  if (!raw) return null;
  const claims = await verifyToken(raw);
  return jwt.sign({ user_id: claims.sub }, key, { algorithm: 'HS256', expiresIn: '1h' });
}

export async function d() {
  const email = (await headers()).get('x-forwarded-user');
  if (!email) return null;
  return jwt.sign({ user_id: email }, key, { algorithm: 'HS256', expiresIn: '1h' });
}

export async function fromSessionCookie() {
  const { value } = (await cookies()).get('uid')!;
  return jwt.sign({ user_id: value }, key, { algorithm: 'HS256', expiresIn: '1h' }); // want untrusteduserid
}
