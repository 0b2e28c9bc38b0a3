import { defineConfig, loadEnv } from 'vite';

export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, process.cwd(), '');
  return {
    define: {
      __APP_ID__: JSON.stringify(env.INTERCOM_APP_ID),
      __INTERCOM_KEY__: JSON.stringify(env.INTERCOM_IDENTITY_SECRET), // want frontendkey
    },
  };
});
