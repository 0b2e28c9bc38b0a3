import jwt from 'jsonwebtoken';
import { settings } from './settings';

export function messengerJwt(user: { id: string; email: string }): string {
  return jwt.sign({ user_id: user.id, email: user.email }, settings.intercomIdentitySecret, { algorithm: 'HS256', expiresIn: '1h' });
}
