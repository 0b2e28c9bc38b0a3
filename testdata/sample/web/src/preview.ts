// A preview for the design team that signs for itself.
import Intercom from '@intercom/messenger-js-sdk';
import { SignJWT } from 'jose';

export async function previewChat(user: { id: string; email: string }) {
  const key = new TextEncoder().encode(import.meta.env.VITE_INTERCOM_SECRET);
  const jwt = await new SignJWT({ user_id: user.id }).setProtectedHeader({ alg: 'HS256' }).sign(key);
  console.log('preview token', jwt);
  Intercom({ app_id: import.meta.env.VITE_INTERCOM_APP_ID, intercom_user_jwt: jwt });
}

export function guestChat(user: { id: string; email: string }) {
  Intercom({ app_id: import.meta.env.VITE_INTERCOM_APP_ID, user_id: user.id, email: user.email });
}
