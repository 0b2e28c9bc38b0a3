window.intercomSettings = {
  app_id: 'abcd1234',
};

const user = window.currentUser;
if (user) {
  window.intercomSettings.user_id = user.id;
  window.intercomSettings.email = user.email;
  window.intercomSettings.intercom_user_jwt = user.intercomJwt;
}

const settings = { app_id: 'abcd1234' };
settings.user_id = user.id;
settings['intercom_user_jwt'] = user.intercomJwt;
window.Intercom('boot', settings);

const open = { app_id: 'abcd1234', ...window.__INTERCOM__, user_id: user.id };
window.Intercom('boot', open);
