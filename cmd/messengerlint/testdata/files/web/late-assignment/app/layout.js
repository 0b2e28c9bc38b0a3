window.intercomSettings = {
  app_id: 'abcd1234',
  api_base: 'https://api-iam.intercom.io',
};

if (window.currentUser) {
  window.intercomSettings.user_id = window.currentUser.id; // want unsignedboot
  window.intercomSettings.name = window.currentUser.name;
}
