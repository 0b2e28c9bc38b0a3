export const {
  PORT = '3000',
  LOG_LEVEL = 'info',
  INTERCOM_APP_ID = '8f92if5s',
  INTERCOM_VERIFICATION_SECRET = 'NtNWLRCc-c_xWQ9UMXouY1P8uHNdzprN06X_JtVm', // want hardcodedsecret
} = process.env;
