import { Router } from 'express';
import pino from 'pino';
import { issueIntercomJwt, messengerAppId } from '../services/intercom';
import { requireLogin } from '../middleware/auth';

const log = pino({ name: 'support' });
export const support = Router();

support.get('/status', (_req, res) => {
  res.json({ open: true, appId: messengerAppId() });
});

support.post('/messenger-token', requireLogin, (req, res) => {
  const { id: userId, email } = req.user as { id: string; email: string };
  const token = issueIntercomJwt({ id: userId, email });
  log.info({ userId }, 'messenger token issued');
  res.set('Cache-Control', 'no-store');
  return res.json({ appId: messengerAppId(), intercom_user_jwt: token });
});

support.post('/tickets', requireLogin, async (req, res) => {
  const { subject, body } = req.body;
  log.info({ subject }, 'ticket');
  res.status(202).json({ subject, length: String(body).length });
});
