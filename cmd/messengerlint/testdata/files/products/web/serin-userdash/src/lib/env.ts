export const {
  PORT = '3000',
  LOG_LEVEL = 'info',
  INTERCOM_APP_ID = 's56kje9q',
  INTERCOM_VERIFICATION_SECRET,
} = process.env;
