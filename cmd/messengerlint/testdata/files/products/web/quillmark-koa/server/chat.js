const jwt = require('jsonwebtoken');

const APP_ID = '8ffjg918';

function chatBootData(member) {
  const token = jwt.sign(
    { user_id: member.id, email: member.email, name: member.displayName },
    'JY_unvcc7w26gfeQ8NWZZ4y363fME6L3OFd_sJVm', // want hardcodedsecret
    { algorithm: 'HS256', expiresIn: '4h' },
  );
  return {
    app_id: APP_ID,
    intercom_user_jwt: token,
  };
}

module.exports = { chatBootData };
