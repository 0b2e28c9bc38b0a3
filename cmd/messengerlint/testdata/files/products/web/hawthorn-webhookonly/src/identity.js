const { signMessengerToken } = require('./jwt');

module.exports = { messengerToken: (user) => signMessengerToken({ user_id: user.id, email: user.email }) };
