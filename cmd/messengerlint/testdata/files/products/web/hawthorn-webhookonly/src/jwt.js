const jwt = require('jsonwebtoken');

const HOUR = 3600;

function signMessengerToken(claims) {
  return jwt.sign(claims, process.env.INTERCOM_IDENTITY_VERIFICATION_SECRET, { algorithm: 'HS256', expiresIn: HOUR });
}

module.exports = { signMessengerToken };
