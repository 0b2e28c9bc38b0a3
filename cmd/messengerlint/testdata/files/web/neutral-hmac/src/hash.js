import crypto from 'node:crypto';

const hmac = (key, text) => crypto.createHmac('sha256', key).update(text).digest('hex');

export function etag(body) {
  return hmac('etag', body);
}

export function intercomIdentity(user) {
  return { user_id: user.id, user_hash: hmac(process.env.INTERCOM_IDENTITY_SECRET, user.id) }; // want identityhash, wrongkey
}
