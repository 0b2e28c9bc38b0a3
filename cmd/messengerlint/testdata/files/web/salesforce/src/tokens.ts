import jwt from 'jsonwebtoken';
import fs from 'fs';

const rsa = fs.readFileSync('keys/salesforce.pem');

// Fin for Salesforce wants two tokens on one page.
export function pageTokens(user: { id: string; sfId: string }) {
  return {
    intercom_user_jwt: jwt.sign({ user_id: user.id }, process.env.INTERCOM_MESSENGER_SECRET!, { expiresIn: '1h' }),
    salesforce_identity_token: jwt.sign({ sub: user.sfId, iss: 'acme' }, rsa, { algorithm: 'RS256', keyid: 'k1' }),
  };
}
