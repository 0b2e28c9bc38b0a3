import Intercom from '@intercom/intercom-react-native';
import { Platform } from 'react-native';

import { fetchIntercomJwt } from './tokens';

let current = null;

export function identify(household) {
  if (current === household.id) {
    return;
  }
  current = household.id;
  fetchIntercomJwt(Platform.OS)
    .then((jwt) => Intercom.setUserJwt(jwt))
    .then(() => Intercom.loginUserWithUserAttributes({ userId: household.id, name: household.label }))
    .catch((error) => console.warn('intercom token', error.message));
}

export function track(name, meta) {
  Intercom.logEvent(name, { platform: Platform.OS, ...meta });
}

export async function forget() {
  current = null;
  await Intercom.logout();
}

export function openHelp(articleId) {
  if (articleId) {
    Intercom.presentContent({ type: 'ARTICLE', id: articleId });
    return;
  }
  Intercom.present();
}
