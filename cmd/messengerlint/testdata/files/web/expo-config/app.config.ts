import type { ExpoConfig } from 'expo/config';

const config: ExpoConfig = {
  name: 'Acme',
  slug: 'acme',
  plugins: [['@intercom/intercom-react-native', { appId: 'abcd1234', androidApiKey: process.env.INTERCOM_ANDROID_API_KEY, iosApiKey: process.env.INTERCOM_IOS_API_KEY }]],
  extra: {
    intercomAppId: 'abcd1234',
    intercomIosSecret: process.env.INTERCOM_IOS_SECRET, // want frontendkey
  },
};

export default config;
