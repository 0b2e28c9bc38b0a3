const express = require('express');
const crypto = require('crypto');
const { requireUser } = require('./auth');

const app = express();

app.get('/me', requireUser, (req, res) => {
  const userHash = crypto // want identityhash
    .createHmac('sha256', process.env.INTERCOM_SECRET_KEY) // want wrongkey
    .update(String(req.user.id))
    .digest('hex');
  res.json({ id: req.user.id, user_hash: userHash });
});

app.listen(3000);
