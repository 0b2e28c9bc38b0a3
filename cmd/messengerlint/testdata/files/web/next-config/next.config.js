/** @type {import('next').NextConfig} */
module.exports = {
  reactStrictMode: true,
  env: {
    INTERCOM_APP_ID: process.env.INTERCOM_APP_ID,
    INTERCOM_SECRET: process.env.INTERCOM_SECRET, // want frontendkey
  },
  publicRuntimeConfig: {
    intercomAppId: process.env.INTERCOM_APP_ID,
    intercomHmacKey: process.env.INTERCOM_HMAC_KEY, // want frontendkey
  },
  serverRuntimeConfig: {
    intercomSecret: process.env.INTERCOM_SECRET,
  },
};
