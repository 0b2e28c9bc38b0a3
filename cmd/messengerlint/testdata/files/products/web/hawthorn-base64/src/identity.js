const { createHmac } = require('node:crypto');

const secret = process.env.INTERCOM_IDENTITY_VERIFICATION_SECRET;
if (!secret) {
  console.error('INTERCOM_IDENTITY_VERIFICATION_SECRET is missing');
  process.exit(1);
}

function intercomUserHash(userId) {
  return createHmac('sha256', secret).update(userId).digest('base64'); // want identityhash
}

module.exports = { intercomUserHash };
