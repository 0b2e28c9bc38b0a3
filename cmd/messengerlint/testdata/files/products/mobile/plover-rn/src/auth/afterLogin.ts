import IntercomSDK, { Space } from '@intercom/intercom-react-native';

import { fetchSupportJwt } from '../api/support';

interface Session {
  userId: string;
  email: string;
  verifiedChat: boolean;
}

export async function afterLogin(session: Session): Promise<void> {
  try {
    const jwt = await fetchSupportJwt();
    await IntercomSDK.setUserJwt(jwt);
    await IntercomSDK.loginUserWithUserAttributes({ userId: session.userId, email: session.email });
  } catch (error) {
    console.warn('support token failed', (error as Error).message);
    await IntercomSDK.loginUserWithUserAttributes({ userId: session.userId, email: session.email }); // want unsignedboot
  }
}

export async function beforeLogout(): Promise<void> {
  await IntercomSDK.logout();
}

export function openHelp(): void {
  IntercomSDK.presentSpace(Space.helpCenter);
}
