import Intercom from '@intercom/messenger-js-sdk';

Intercom({ app_id: 'abcd1234', user_id: '42', user_hash: '' }); // want unsignedboot
Intercom({ app_id: 'abcd1234', user_id: window.user.id, intercom_user_jwt: null }); // want unsignedboot
Intercom({ app_id: 'abcd1234', email: window.user.email, intercom_user_jwt: undefined }); // want unsignedboot
Intercom({ app_id: 'abcd1234', user_id: null, email: null });
