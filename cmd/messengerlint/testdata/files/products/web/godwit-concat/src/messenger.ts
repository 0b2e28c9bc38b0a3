import jwt from 'jsonwebtoken';

const KEY = 'ymzQXxJHNAP5aoyT0GXkEZYSLMQMFD90' + 'x7Qe'; // want hardcodedsecret

export function messengerJwt(user: { id: string; email: string }): string {
  return jwt.sign({ user_id: user.id, email: user.email }, KEY, { algorithm: 'HS256', expiresIn: '1h' });
}

export function messengerBoot(user: { id: string; email: string }) {
  return { app_id: process.env.INTERCOM_APP_ID, intercom_user_jwt: messengerJwt(user) };
}
