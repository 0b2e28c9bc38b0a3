import { Platform } from 'react-native';
import Intercom from '@intercom/intercom-react-native';

const keys = {
  appId: 'k3m9q1zx',
  sdk: Platform.select({ ios: 'ios_sdk-2f1c9a7b5d3e8f60a1b2c3d4e5f60718293a4b5c', default: 'android_sdk-9c8b7a6d5e4f30211203f4e5d6c7b8a9f0e1d2c3' }),
  intercomIdentitySecret: 'Qn7Xv2Lk9RtYc4WbHs8Jd1Pf6GaUe3MoZi5TrKyD', // want hardcodedsecret
  intercomSigningSecret: 'YOUR_SIGNING_SECRET',
};

export const start = () => Intercom.initialize(keys.sdk, keys.appId);
