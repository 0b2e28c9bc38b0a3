const jwt = require('jsonwebtoken');

exports.intercomToken = (user) =>
  jwt.sign({ user_id: user.id }, 'Qz7RkP2mVx9LtB4nWc8HsYd1JfG6aEuT3oKi5MvX', { expiresIn: '1h' }); // want hardcodedsecret

exports.intercomTokenShort = (user) => jwt.sign({ user_id: user.id }, 'k9#fW!pz2', { expiresIn: '1h' }); // want hardcodedsecret
