function env(name: string, fallback = ''): string {
  const value = process.env[name];
  return value === undefined || value === '' ? fallback : value;
}

export const settings = {
  port: Number(env('PORT', '3000')),
  appUrl: env('APP_URL', 'http://localhost:3000'),
  intercomAppId: env('INTERCOM_APP_ID', 'da4mqouj'),
  intercomIdentitySecret: env('INTERCOM_IDENTITY_SECRET'),
};
