export const {
  PORT = '3000',
  LOG_LEVEL = 'info',
  INTERCOM_APP_ID = '1b820miy',
  INTERCOM_VERIFICATION_SECRET,
} = process.env;
