import { Router } from 'express';
import jwt from 'jsonwebtoken';
import { accountById } from './accounts.js';
import { signIntercomUser } from './intercom.js';

export const api = Router();

const bearer = (req) => (req.get('authorization') ?? '').replace(/^Bearer /, '');

api.get('/intercom/jwt', async (req, res) => {
  const userId = req.get('x-user-id');
  if (!userId) return res.sendStatus(401);
  return res.json({ intercom_user_jwt: signIntercomUser(userId) }); // want untrusteduserid
});

api.get('/accounts/me', async (req, res) => {
  let claims;
  try {
    claims = jwt.verify(bearer(req), process.env.AUTH_PUBLIC_KEY, { algorithms: ['RS256'] });
  } catch {
    return res.sendStatus(401);
  }
  return res.json(await accountById(claims.sub));
});
