/* global intercom, CryptoJS */
(function (window) {
  'use strict';

  var INTERCOM_SECRET_KEY = 'QtMvKdJEuQ_pAPndgqRui9TZrz3SNyq7nHtXfqVI';

  function identify(account) {
    intercom.setUserHash(CryptoJS.HmacSHA256(account.id, INTERCOM_SECRET_KEY).toString()); // want frontendkey identityhash
    intercom.loginUserWithUserAttributes({ userId: account.id, name: account.name });
  }

  function open() {
    intercom.displayMessenger();
  }

  function forget() {
    intercom.logout();
  }

  window.support = { identify: identify, open: open, forget: forget };
})(window);
