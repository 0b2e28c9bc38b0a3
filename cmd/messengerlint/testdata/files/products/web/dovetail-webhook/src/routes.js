const { Router } = require('express');
const { messengerToken, appMessengerToken } = require('./messenger/token');

const routes = Router();

routes.use((req, res, next) => (req.isAuthenticated() ? next() : res.sendStatus(401)));

routes.get('/intercom/token', (req, res) => {
  const make = req.query.platform === 'app' ? appMessengerToken : messengerToken;
  res.set('Cache-Control', 'no-store').json({ intercom_user_jwt: make(req.user) });
});

module.exports = routes;
