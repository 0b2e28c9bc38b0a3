const crypto = require('crypto');
const jwt = require('jsonwebtoken');

const SECRET = process.env.INTERCOM_IDENTITY_SECRET;
if (!SECRET) throw new Error('no secret');

const sign = (text) => crypto.createHmac('sha256', SECRET).update(text).digest('hex');

exports.emailHashed = (req, res) => {
  const user = req.user;
  res.json({ app_id: 'abcd1234', user_id: user.id, email: user.email, user_hash: sign(user.email) }); // want identityhash
};

exports.otherId = (req, res) => {
  res.json({ app_id: 'abcd1234', user_id: req.user.publicId, user_hash: crypto.createHmac('sha256', SECRET).update(req.user.id).digest('hex') }); // want identityhash
};

exports.same = (req, res) => {
  const { user } = req;
  res.json({ app_id: 'abcd1234', user_id: user.id, user_hash: crypto.createHmac('sha256', SECRET).update(String(user.id)).digest('hex') }); // want identityhash
};

exports.otherSigned = (req, res) => {
  const token = jwt.sign({ user_id: req.user.contactId }, SECRET, { expiresIn: '1h' }); // want missinguserid
  res.json({ user_id: req.user.id, intercom_user_jwt: token });
};

exports.sameSigned = (req, res) => {
  const token = jwt.sign({ user_id: req.user.id }, SECRET, { expiresIn: '1h' });
  res.json({ user_id: req.user.id, intercom_user_jwt: token });
};
