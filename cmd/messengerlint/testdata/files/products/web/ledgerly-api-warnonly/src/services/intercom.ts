import jwt from 'jsonwebtoken';
import { config } from '../config';

export interface MessengerIdentity {
  id: string;
  email?: string;
  name?: string;
}

const LIFETIME_SECONDS = 60 * 60;

/** Token for the Intercom Messenger. The caller decides whose token it is. */
export function issueIntercomJwt(who: MessengerIdentity): string {
  return jwt.sign(
    { user_id: who.id, email: who.email, name: who.name },
    config.intercom.identityVerificationSecret,
    { algorithm: 'HS256', expiresIn: LIFETIME_SECONDS },
  );
}

export function messengerAppId(): string {
  return config.intercom.appId;
}
