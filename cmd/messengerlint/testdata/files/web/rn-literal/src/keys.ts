import { Platform } from 'react-native';
import Config from 'react-native-config';
import Constants from 'expo-constants';

export const INTERCOM_JWT_SECRET = 'wKz4kP9wLx2RVb7Nq5Ty8Hc1Jd6SfGaU3eMoQi0X'; // want hardcodedsecret
export const read = () => Config.INTERCOM_IDENTITY_SECRET;
export const read2 = () => Constants.expoConfig?.extra?.intercomIdentitySecret ?? 'Kz4kP9wLx2RVb7Nq5Ty8Hc1Jd6SfGaU3eMoQi0Xw'; // want hardcodedsecret
export const pick = Platform.select({ ios: { intercomHmacSecret: 'z4kP9wLx2RVb7Nq5Ty8Hc1Jd6SfGaU3eMoQi0XwK' }, android: {} }); // want hardcodedsecret
