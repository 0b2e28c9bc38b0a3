import { z } from 'zod';

const schema = z.object({
  PORT: z.coerce.number().default(4000),
  DATABASE_URL: z.string().url(),
  SESSION_SECRET: z.string().min(16),
  INTERCOM_APP_ID: z.string().min(1),
  INTERCOM_IDENTITY_VERIFICATION_SECRET: z.string().min(20),
});

const parsed = schema.safeParse(process.env);
if (!parsed.success) {
  console.error('invalid environment', parsed.error.flatten().fieldErrors);
  process.exit(1);
}

export const config = {
  port: parsed.data.PORT,
  databaseUrl: parsed.data.DATABASE_URL,
  sessionSecret: parsed.data.SESSION_SECRET,
  intercom: {
    appId: parsed.data.INTERCOM_APP_ID,
    identityVerificationSecret: parsed.data.INTERCOM_IDENTITY_VERIFICATION_SECRET,
  },
};
