window.Intercom('boot', {
  app_id: 'abcd1234',
  intercom_user_jwt: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VyX2lkIjoiODg0MTMiLCJlbWFpbCI6ImpvQGFjbWUuaW8iLCJleHAiOjE3OTk5OTk5OTl9.q3vXb7nZ0kTzWm5RrL9yPc2HsJd8fGa4UoEi6BvXy1Q', // want hardcodedsecret
});
window.Intercom('boot', {
  app_id: 'abcd1234',
  user_id: '88413',
  user_hash: '5f2b0c7e9a1d4836b5c2e8f7a6d9c0b1e3f4a5968778695a4b3c2d1e0f9a8b7c', // want identityhash
});
