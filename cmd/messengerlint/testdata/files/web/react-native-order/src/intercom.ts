import Intercom from '@intercom/intercom-react-native';
import { api } from './api';

export async function loginSupport(user: { id: string; email: string }) {
  const { jwt } = await api.get('/intercom/jwt');
  await Intercom.setUserJwt(jwt);
  await Intercom.loginUserWithUserAttributes({ userId: user.id, email: user.email });
}

export async function loginLate(user: { id: string }) {
  await Intercom.loginUserWithUserAttributes({ userId: user.id }); // want unsignedboot
  const { jwt } = await api.get('/intercom/jwt');
  await Intercom.setUserJwt(jwt);
}

export function loginGuest() {
  return Intercom.loginUnidentifiedUser();
}
