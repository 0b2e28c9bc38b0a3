import express from 'express';
import cookieSession from 'cookie-session';
import { createIntercomJwt } from './intercomJwt.js';
import { userById } from './users.js';

const app = express();
app.use(cookieSession({ name: 'lk', keys: [process.env.COOKIE_KEY] }));

app.get('/api/intercom', async (req, res) => {
  if (!req.session.uid) return res.sendStatus(401);
  const user = await userById(req.session.uid);
  res.set('Cache-Control', 'no-store');
  res.json({ intercom_user_jwt: createIntercomJwt(user) });
});

app.listen(3000);
