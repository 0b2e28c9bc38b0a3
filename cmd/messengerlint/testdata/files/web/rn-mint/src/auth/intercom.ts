import { Platform } from 'react-native';
import Intercom from '@intercom/intercom-react-native';
import { sign } from 'react-native-pure-jwt';
import Config from 'react-native-config';

export async function login(user: { id: string }) {
  const token = await sign({ user_id: user.id, exp: Date.now() / 1000 + 300 }, Config.INTERCOM_JWT_SECRET, { alg: 'HS256' }); // want frontendkey
  await Intercom.setUserJwt(token);
  await Intercom.loginUserWithUserAttributes({ userId: user.id });
  console.log('logged in on', Platform.OS);
}
