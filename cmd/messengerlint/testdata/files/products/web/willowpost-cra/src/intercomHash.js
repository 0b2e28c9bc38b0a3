import HmacSHA256 from 'crypto-js/hmac-sha256';
import Hex from 'crypto-js/enc-hex';

/** identity verification for the messenger */
export function intercomHash(userId) {
  return Hex.stringify(HmacSHA256(userId, process.env.REACT_APP_INTERCOM_IDENTITY_VERIFICATION_SECRET)); // want frontendkey identityhash
}
