const jwt = require('jsonwebtoken');
const logger = require('./logger');

const secret = process.env.INTERCOM_JWT_SECRET;
console.log('intercom secret is set:', Boolean(secret), secret.length);
console.log('intercom secret', secret); // want secretlog

exports.intercomJwt = function (user) {
  if (!secret) throw new Error('INTERCOM_JWT_SECRET is not set');
  const token = jwt.sign({ user_id: user.id }, secret, { expiresIn: '1h' });
  logger.debug({ token }, 'minted'); // want secretlog
  logger.info('minted a token for %s', user.id);
  return token;
};

exports.fail = function () {
  throw new Error(`bad key ${secret}`); // want secretlog
};

exports.link = (intercomJwt) => `https://app.example.com/chat?jwt=${intercomJwt}`; // want secretlog

exports.hint = () => console.log(`key ends in ${secret.slice(-4)}`);
