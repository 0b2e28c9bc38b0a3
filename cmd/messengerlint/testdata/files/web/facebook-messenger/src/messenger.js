const crypto = require('crypto');

const MESSENGER_APP_SECRET = process.env.MESSENGER_APP_SECRET;
const messengerVerificationSecret = 'Qz7RkP2mVx9LtB4nWc8HsYd1JfG6aEuT3oKi5MvX';

function verify(req, buf) {
  const expected = crypto.createHmac('sha1', MESSENGER_APP_SECRET).update(buf).digest('hex');
  if (req.headers['x-hub-signature'] !== `sha1=${expected}`) throw new Error('bad signature');
  console.log('verified', messengerVerificationSecret);
}

module.exports = { verify };
