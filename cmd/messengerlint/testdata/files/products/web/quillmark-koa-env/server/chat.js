const jwt = require('jsonwebtoken');

const APP_ID = '724dp9ub';

function chatBootData(member) {
  const token = jwt.sign(
    { user_id: member.id, email: member.email, name: member.displayName },
    process.env.INTERCOM_JWT_SECRET,
    { algorithm: 'HS256', expiresIn: '4h' },
  );
  return {
    app_id: APP_ID,
    intercom_user_jwt: token,
  };
}

module.exports = { chatBootData };
