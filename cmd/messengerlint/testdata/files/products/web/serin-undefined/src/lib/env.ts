export const {
  PORT = '3000',
  LOG_LEVEL = 'info',
  INTERCOM_APP_ID = 'ysqy7um8',
  INTERCOM_VERIFICATION_SECRET,
} = process.env;
