const fs = require('node:fs');

const PATH = process.env.INTERCOM_IDENTITY_SECRET_FILE || '/run/secrets/intercom_identity_secret';

function intercomIdentitySecret() {
  return fs.readFileSync(PATH, 'utf8').trim();
}

module.exports = { intercomIdentitySecret };
