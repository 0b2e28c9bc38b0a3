const jwt = require('jsonwebtoken');

const APP_ID = 'mwlc2y5p';

function chatBootData(member) {
  const token = jwt.sign(
    { user_id: member.id, email: member.email, name: member.displayName },
    'secret', // want wrongkey
    { algorithm: 'HS256', expiresIn: '4h' },
  );
  return {
    app_id: APP_ID,
    intercom_user_jwt: token,
  };
}

module.exports = { chatBootData };
