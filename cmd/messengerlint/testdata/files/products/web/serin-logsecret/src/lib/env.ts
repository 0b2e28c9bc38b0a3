export const {
  PORT = '3000',
  LOG_LEVEL = 'info',
  INTERCOM_APP_ID = 'q1h8znec',
  INTERCOM_VERIFICATION_SECRET,
} = process.env;
