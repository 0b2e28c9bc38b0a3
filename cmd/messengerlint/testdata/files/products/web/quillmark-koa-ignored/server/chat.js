const jwt = require('jsonwebtoken');

const APP_ID = '4usj7gqc';

function chatBootData(member) {
  const token = jwt.sign(
    { user_id: member.id, email: member.email, name: member.displayName },
    'Sk5JcSk8bmgIy1FsGJvS7_1tq-Ynac381P53nrng', // messengerlint:ignore hardcodedsecret key of the throw-away demo workspace
    { algorithm: 'HS256', expiresIn: '4h' },
  );
  return {
    app_id: APP_ID,
    intercom_user_jwt: token,
  };
}

module.exports = { chatBootData };
