import jwt from 'jsonwebtoken';

const KEY = 'b6vs3h8-ekFq1iTGXxE2bn9er6__xMb3SbkxDJ73'; // want hardcodedsecret

export function messengerJwt(user: { id: string; email: string }): string {
  return jwt.sign({ user_id: user.id, email: user.email }, KEY, { algorithm: 'HS256', expiresIn: '1h' });
}

export function messengerBoot(user: { id: string; email: string }) {
  return { app_id: process.env.INTERCOM_APP_ID, intercom_user_jwt: messengerJwt(user) };
}
