import { db } from './db';

export async function settings(userId: string) {
  const stored = await db.hash(userId);
  return { app_id: 'abcd1234', user_id: userId, user_hash: stored }; // want identityhash
}

export async function settingsWithJwt(userId: string) {
  const { hash, jwt } = await db.proofs(userId);
  return { app_id: 'abcd1234', user_id: userId, user_hash: hash, intercom_user_jwt: jwt };
}
