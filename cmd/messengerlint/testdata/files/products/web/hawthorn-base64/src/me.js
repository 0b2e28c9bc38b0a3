const { Router } = require('express');
const { intercomUserHash } = require('./identity');

const me = Router();

me.get('/', (req, res) => {
  if (!req.user) return res.sendStatus(401);
  const { id, email, name } = req.user;
  res.json({ id, email, name, messengerHash: intercomUserHash(id) });
});

module.exports = me;
