const express = require('express');
const jwt = require('jsonwebtoken');
const { requireAuth } = require('../middleware');

const router = express.Router();
const SECRET = process.env.INTERCOM_JWT_SECRET;

router.get('/intercom/sub', requireAuth, (req, res) => {
  res.json({ token: jwt.sign({ sub: req.user.id, email: req.user.email }, SECRET, { expiresIn: '1h' }) }); // want missinguserid
});

router.get('/intercom/camel', requireAuth, (req, res) => {
  const payload = { // want missinguserid
    userId: req.user.id,
    name: req.user.name,
  };
  res.json({ token: jwt.sign(payload, SECRET, { expiresIn: '1h' }) });
});

router.get('/intercom/forever', requireAuth, (req, res) => {
  res.json({ token: jwt.sign({ user_id: String(req.user.id) }, SECRET) }); // want missingexpiry
});

router.get('/intercom/millis', requireAuth, (req, res) => {
  const claims = {
    user_id: req.user.id,
    exp: Date.now() + 60 * 60 * 1000, // want missingexpiry
  };
  res.json({ token: jwt.sign(claims, SECRET) });
});

router.get('/intercom/long', requireAuth, (req, res) => {
  const token = jwt.sign({ user_id: req.user.id }, SECRET, { algorithm: 'HS256', expiresIn: '30d' }); // want missingexpiry
  res.json({ token });
});

router.get('/intercom/alg', requireAuth, (req, res) => {
  const token = jwt.sign(
    { user_id: req.user.id },
    SECRET,
    {
      algorithm: 'HS512', // want signingalg
      expiresIn: 3600,
    },
  );
  res.json({ token });
});

router.get('/intercom/anonymous', (req, res) => {
  const token = jwt.sign({ user_id: req.user?.id || 'anonymous' }, SECRET, { expiresIn: '10m' }); // want missinguserid
  res.json({ token });
});

router.get('/intercom/number', requireAuth, (req, res) => {
  const token = jwt.sign({ user_id: Number(req.user.id) }, SECRET, { expiresIn: '10m' }); // want missinguserid
  res.json({ token });
});

router.get('/intercom/ok', requireAuth, (req, res) => {
  const exp = Math.floor(Date.now() / 1000) + 60 * 60;
  const token = jwt.sign({ user_id: `${req.user.id}`, email: req.user.email, exp }, SECRET);
  res.json({ token });
});

module.exports = router;
