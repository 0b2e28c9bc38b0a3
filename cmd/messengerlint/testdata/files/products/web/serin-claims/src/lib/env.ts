export const {
  PORT = '3000',
  LOG_LEVEL = 'info',
  INTERCOM_APP_ID = '2iywmera',
  INTERCOM_VERIFICATION_SECRET,
} = process.env;
