const { Router } = require('express');
const { messengerToken } = require('./identity');

const me = Router();

me.get('/', (req, res) => {
  if (!req.user) return res.sendStatus(401);
  const { id, email, name } = req.user;
  res.json({ id, email, name, messenger: { intercom_user_jwt: messengerToken(req.user) } });
});

module.exports = me;
