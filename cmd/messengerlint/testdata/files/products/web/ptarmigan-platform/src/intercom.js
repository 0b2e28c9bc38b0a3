import jwt from 'jsonwebtoken';

const secrets = {
  web: process.env.INTERCOM_WEB_SECRET,
  ios: process.env.INTERCOM_IOS_SECRET,
  android: process.env.INTERCOM_ANDROID_SECRET,
};

export function signIntercomUser(userId, email, platform) {
  return jwt.sign({ user_id: userId, email }, secrets[platform] ?? secrets.web, { algorithm: 'HS256', expiresIn: '1h' });
}
