module.exports = {
  intercomSecretKey: 'your_intercom_secret_key_goes_here_please',
  intercomIdentitySecret: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  intercomJwtSecret: '<INTERCOM_JWT_SECRET>',
  intercomHmacSecret: 'projects/acme/secrets/intercom-hmac/versions/1',
  intercomVerificationSecret: process.env.INTERCOM_VERIFICATION_SECRET || '',
  intercomSecretName: 'prod/intercom/identity-verification-secret-key',
  intercomIosApiKey: 'ios_sdk-3f786850e387550fdab836ed7e6dc881de23001b',
};
