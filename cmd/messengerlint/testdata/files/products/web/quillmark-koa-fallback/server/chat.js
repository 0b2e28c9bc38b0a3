const jwt = require('jsonwebtoken');

const APP_ID = '7kemieu5';

function chatBootData(member) {
  const token = jwt.sign(
    { user_id: member.id, email: member.email, name: member.displayName },
    process.env.INTERCOM_JWT_SECRET || 'bM30PMnSWnrL2wF4-bi_i1MI8Z3Qse1WUSCPkQ3vTXt', // want hardcodedsecret
    { algorithm: 'HS256', expiresIn: '4h' },
  );
  return {
    app_id: APP_ID,
    intercom_user_jwt: token,
  };
}

module.exports = { chatBootData };
