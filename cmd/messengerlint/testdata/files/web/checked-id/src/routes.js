const jwt = require('jsonwebtoken');
const { assertOwner } = require('./policy');

module.exports = (app) => {
  app.get('/users/:id/intercom', (req, res) => {
    if (req.params.id !== req.session.userId) {
      return res.status(403).end();
    }
    res.json({ intercom_user_jwt: jwt.sign({ user_id: req.params.id }, process.env.INTERCOM_SECRET, { expiresIn: '1h' }) });
  });

  app.get('/teams/:id/intercom', async (req, res) => {
    await assertOwner(req.user, req.params.id);
    res.json({ intercom_user_jwt: jwt.sign({ user_id: req.params.id }, process.env.INTERCOM_SECRET, { expiresIn: '1h' }) });
  });

  app.get('/open/:id/intercom', (req, res) => {
    if (!req.params.id) return res.status(400).end();
    res.json({ intercom_user_jwt: jwt.sign({ user_id: req.params.id }, process.env.INTERCOM_SECRET, { expiresIn: '1h' }) }); // want untrusteduserid
  });

  app.get('/platform', (req, res) => {
    const secrets = { web: process.env.INTERCOM_WEB_SECRET, ios: process.env.INTERCOM_IOS_SECRET };
    const key = secrets[req.query.platform];
    res.json({ intercom_user_jwt: jwt.sign({ user_id: req.user.id }, key, { expiresIn: '1h' }) });
  });

  app.get('/proxy', (req, res) => {
    const id = req.headers['x-forwarded-user'];
    res.json({ intercom_user_jwt: jwt.sign({ user_id: id }, process.env.INTERCOM_SECRET, { expiresIn: '1h' }) });
  });

  app.get('/cookie', (req, res) => {
    res.json({ intercom_user_jwt: jwt.sign({ user_id: req.cookies.uid }, process.env.INTERCOM_SECRET, { expiresIn: '1h' }) }); // want untrusteduserid
  });

  app.get('/decoded', (req, res) => {
    const who = jwt.decode(req.headers.authorization.split(' ')[1]);
    res.json({ intercom_user_jwt: jwt.sign({ user_id: who.sub }, process.env.INTERCOM_SECRET, { expiresIn: '1h' }) }); // want untrusteduserid
  });

  app.get('/verified', (req, res) => {
    const who = jwt.verify(req.headers.authorization.split(' ')[1], process.env.JWT_SECRET);
    res.json({ intercom_user_jwt: jwt.sign({ user_id: who.sub }, process.env.INTERCOM_SECRET, { expiresIn: '1h' }) });
  });
};
