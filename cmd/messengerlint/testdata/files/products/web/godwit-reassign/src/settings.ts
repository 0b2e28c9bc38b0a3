function env(name: string, fallback = ''): string {
  const value = process.env[name];
  return value === undefined || value === '' ? fallback : value;
}

export const settings = {
  port: Number(env('PORT', '3000')),
  appUrl: env('APP_URL', 'http://localhost:3000'),
  intercomAppId: env('INTERCOM_APP_ID', '9sifrt49'),
  intercomIdentitySecret: env('INTERCOM_IDENTITY_SECRET'),
};

if (!settings.intercomIdentitySecret && process.env.NODE_ENV !== 'production') {
  settings.intercomIdentitySecret = 'bhNXN5yJWKTL_WOsQ7qkxfK-x2LfuTSs__D5nFDjqRw'; // want hardcodedsecret
}
