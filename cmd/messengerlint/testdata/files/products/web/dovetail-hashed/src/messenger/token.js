const jwt = require('jsonwebtoken');
const { createHash } = require('node:crypto');
const { intercomIdentitySecret } = require('./key');

function messengerToken(user) {
  const claims = { user_id: user.id, email: user.email, name: user.name };
  return jwt.sign(claims, createHash('sha256').update(process.env.INTERCOM_IDENTITY_SECRET).digest(), { algorithm: 'HS256', expiresIn: '1h' }); // want wrongkey
}

function appMessengerToken(user) {
  const claims = { user_id: user.id, email: user.email };
  return jwt.sign(claims, intercomIdentitySecret(), { algorithm: 'HS256', expiresIn: '1h' });
}

module.exports = { messengerToken, appMessengerToken };
