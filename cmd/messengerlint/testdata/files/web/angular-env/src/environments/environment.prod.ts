export const environment = {
  production: true,
  intercomAppId: 'abcd1234',
  intercomSecretKey: 'Qz7RkP2mVx9LtB4nWc8HsYd1JfG6aEuT3oKi5MvX', // want frontendkey
};
