'use server';

import { SignJWT } from 'jose';
import { currentUser } from '@clerk/nextjs/server';

const key = new TextEncoder().encode(process.env.INTERCOM_JWT_SECRET);

export async function intercomToken() {
  const user = await currentUser();
  if (!user) return null;
  return new SignJWT({ user_id: user.id }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('1h').sign(key);
}

export async function intercomTokenFor(userId: string) {
  return new SignJWT({ user_id: userId }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('1h').sign(key); // want untrusteduserid
}
