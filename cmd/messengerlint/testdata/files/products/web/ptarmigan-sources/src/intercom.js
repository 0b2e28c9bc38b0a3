import jwt from 'jsonwebtoken';

const secret = process.env.INTERCOM_JWT_SECRET;

export function signIntercomUser(userId, email) {
  return jwt.sign({ user_id: userId, email }, secret, { algorithm: 'HS256', expiresIn: '1h' });
}
