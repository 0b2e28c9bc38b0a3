import jwt from 'jsonwebtoken';
import { createHmac } from 'node:crypto';
import { getSession } from './session';

const key = process.env.INTERCOM_JWT_SECRET;
if (!key) throw new Error('INTERCOM_JWT_SECRET is not set');

export async function tokenFromSession(req) {
  const s = await getSession(req);
  return jwt.sign({ user_id: s.user.id }, key, { algorithm: 'HS256', expiresIn: '1h' });
}

export function createSessionToken(user) {
  return jwt.sign({ sub: user.id }, key, { algorithm: 'HS256', expiresIn: '1h' }); // want wrongkey
}

export function maybe(user) {
  const id = user.publicId ?? '';
  return jwt.sign({ user_id: id }, key, { algorithm: 'HS256', expiresIn: '1h' }); // want missinguserid
}

export function checked1(user) {
  const id = user.publicId || '';
  if (id.trim() === '') return null;
  return jwt.sign({ user_id: id }, key, { algorithm: 'HS256', expiresIn: '1h' });
}

export function checked2(user) {
  const id = user.publicId ?? 'anonymous';
  if (id !== 'anonymous') {
    return jwt.sign({ user_id: id }, key, { algorithm: 'HS256', expiresIn: '1h' });
  }
  return null;
}

export function checked3(user) {
  const id = user?.publicId ?? null;
  return id ? jwt.sign({ user_id: String(id) }, key, { algorithm: 'HS256', expiresIn: '1h' }) : null;
}

export function wrongcheck(user) {
  const id = user.publicId ?? 'anonymous';
  if (!id) return null;
  return jwt.sign({ user_id: id }, key, { algorithm: 'HS256', expiresIn: '1h' }); // want missinguserid
}

export function wrongcheck2(user, other) {
  const id = user.publicId ?? '';
  if (!other) return null;
  return jwt.sign({ user_id: id }, key, { algorithm: 'HS256', expiresIn: '1h' }); // want missinguserid
}

export function logsonly(user) {
  const id = user.publicId ?? '';
  if (!id) console.warn('no id');
  return jwt.sign({ user_id: id }, key, { algorithm: 'HS256', expiresIn: '1h' }); // want missinguserid
}

export function swapped1(user) {
  const token = jwt.sign({ user_id: user.id }, key, { algorithm: 'HS256', expiresIn: '1h' });
  return { app_id: 'k3m9q1zx', user_id: user.id, user_hash: token }; // want identityhash
}

export function swapped2(user) {
  const digest = createHmac('sha256', key).update(user.id).digest('hex'); // want identityhash
  return { app_id: 'k3m9q1zx', user_id: user.id, intercom_user_jwt: digest }; // want identityhash
}

export function swapped3(user) {
  const out = { app_id: 'k3m9q1zx', user_id: user.id };
  out.user_hash = jwt.sign({ user_id: user.id }, key, { algorithm: 'HS256', expiresIn: '1h' }); // want identityhash
  return out;
}

function mintFor(user) {
  return jwt.sign({ user_id: user.id }, key, { algorithm: 'HS256', expiresIn: '1h' });
}

export function swapped4(user) {
  return { app_id: 'k3m9q1zx', user_id: user.id, user_hash: mintFor(user) }; // want identityhash
}

export async function swapped5(user, res) {
  res.json({ user_id: user.id, userHash: mintFor(user) }); // want identityhash
}

export async function right(user, res) {
  res.json({ user_id: user.id, intercomUserJwt: mintFor(user) });
}
