import { createEnv } from '@t3-oss/env-nextjs';
import { z } from 'zod';
export const env = createEnv({
  server: { INTERCOM_SECRET: z.string().min(1) },
  client: { NEXT_PUBLIC_INTERCOM_APP_ID: z.string(), NEXT_PUBLIC_INTERCOM_SECRET_KEY: z.string().optional() }, // want frontendkey
  runtimeEnv: {
    INTERCOM_SECRET: process.env.INTERCOM_SECRET,
    NEXT_PUBLIC_INTERCOM_APP_ID: process.env.NEXT_PUBLIC_INTERCOM_APP_ID,
    NEXT_PUBLIC_INTERCOM_SECRET_KEY: process.env.NEXT_PUBLIC_INTERCOM_SECRET_KEY,
  },
});
