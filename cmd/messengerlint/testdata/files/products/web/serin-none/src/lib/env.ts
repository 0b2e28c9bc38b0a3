export const {
  PORT = '3000',
  LOG_LEVEL = 'info',
  INTERCOM_APP_ID = 'w0vsb6h7',
  INTERCOM_VERIFICATION_SECRET,
} = process.env;
