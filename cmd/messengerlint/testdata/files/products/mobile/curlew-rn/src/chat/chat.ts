import Intercom from '@intercom/intercom-react-native';
import { Platform } from 'react-native';

interface ChatProof {
  hash: string;
  jwt: string;
}

async function proofFor(platform: string): Promise<ChatProof> {
  const response = await fetch(`https://api.curlew.app/chat/proof/${platform}`, { credentials: 'include' });
  if (!response.ok) {
    throw new Error(`proof: ${response.status}`);
  }
  return response.json();
}

export async function startChat(userId: string, email: string): Promise<void> {
  const proof = await proofFor(Platform.OS);
  await Intercom.setUserHash(proof.hash); // want identityhash
  await Intercom.loginUserWithUserAttributes({ userId, email });
}

export async function stopChat(): Promise<void> {
  await Intercom.logout();
}

export async function unread(): Promise<number> {
  return Intercom.getUnreadConversationCount();
}
