const jwt = require('jsonwebtoken');

const APP_ID = 'qy0alue8';

function chatBootData(member) {
  const token = jwt.sign(
    { user_id: member.id, email: member.email, name: member.displayName },
    process.env.INTERCOM_JWT_SECRET,
    { algorithm: 'HS384', expiresIn: '4h' }, // want signingalg
  );
  return {
    app_id: APP_ID,
    intercom_user_jwt: token,
  };
}

module.exports = { chatBootData };
