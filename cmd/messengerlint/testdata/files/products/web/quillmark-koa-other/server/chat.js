const jwt = require('jsonwebtoken');

const APP_ID = '1dhn8ox9';

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

function downloadTicket(member, fileId) {
  return jwt.sign({ sub: member.id, file: fileId }, '4jKv-_cqN2n_dclVqwjZQOVfQypKO7DWKiffB975', { expiresIn: '5m' });
}

module.exports = { chatBootData, downloadTicket };
