export const config = {
  port: Number(process.env.PORT ?? 3000),
  intercom: {
    appId: 'abcd1234',
    identityVerificationSecret: 'hT4-vQ9_xLm2ZrB8nKc7WpYs1Jd6FgUa3EoXi5Rt0Vz', // want hardcodedsecret
  },
  intercomSecretKey: process.env.INTERCOM_SECRET_KEY || 'Qz7RkP2mVx9LtB4nWc8HsYd1JfG6aEuT3oKi5MvX', // want hardcodedsecret
  intercomJwtSecret: process.env.INTERCOM_JWT_SECRET ?? 'change-me',
  intercomWebhookSecret: '8c1de2fb04a79d3e5b6f718293a4b5c6d7e8f901',
  gitSha: '3f786850e387550fdab836ed7e6dc881de23001b',
};

export const INTERCOM_ACCESS_TOKEN = 'dG9rOmEwYjFjMmQzX2U0ZjVfNmE3Yl84YzlkXzBlMWYyYTNiNGM1ZDoxOjA='; // want hardcodedsecret
