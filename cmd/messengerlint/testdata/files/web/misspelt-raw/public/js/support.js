(function () {
  var user = window.currentUser;
  window.Intercom('boot', { // want unsignedboot
    app_id: 'abcd1234',
    user_id: user.id,
    intercomUserJwt: user.intercomToken,
  });

  document.addEventListener('turbo:load', function () {
    window.Intercom('update', { last_request_at: parseInt(new Date().getTime() / 1000) });
  });
})();
