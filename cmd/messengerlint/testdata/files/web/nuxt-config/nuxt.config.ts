export default defineNuxtConfig({
  modules: ['@nuxt/scripts'],
  runtimeConfig: {
    intercomIdentitySecret: process.env.INTERCOM_IDENTITY_SECRET,
    public: {
      intercomAppId: 'abcd1234',
      intercomSecret: process.env.INTERCOM_IDENTITY_SECRET, // want frontendkey
    },
  },
});
