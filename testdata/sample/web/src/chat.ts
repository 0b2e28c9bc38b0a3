// The chat of the portal, done right: the server signs, the page hands over.
import Intercom, { shutdown } from '@intercom/messenger-js-sdk';

const APP_ID = import.meta.env.VITE_INTERCOM_APP_ID;

export async function startChat(): Promise<void> {
  const response = await fetch('/api/intercom-token', { credentials: 'include' });
  if (!response.ok) throw new Error('chat is not available');
  const { token } = await response.json();
  Intercom({ app_id: APP_ID, intercom_user_jwt: token });
}

export const stopChat = () => shutdown();
