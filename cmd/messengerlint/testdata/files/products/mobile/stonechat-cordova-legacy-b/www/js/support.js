/* global intercom, CryptoJS */
(function (window) {
  'use strict';


  function identify(account) {
    intercom.setUserHash(account.supportHash); // want identityhash
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
