import { PUBLIC_INTERCOM_SECRET_KEY } from '$env/static/public'; // want frontendkey
import { createHmac } from 'crypto';

export function userHash(id: string): string {
  return createHmac('sha256', PUBLIC_INTERCOM_SECRET_KEY).update(id).digest('hex'); // want identityhash
}
