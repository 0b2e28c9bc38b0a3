import express from 'express';
import { INTERCOM_VERIFICATION_SECRET, PORT } from './lib/env';
import { IntercomSigner } from './lib/intercom-signer';

const app = express();
const signer = new IntercomSigner(INTERCOM_VERIFICATION_SECRET as string);

app.get('/me/messenger', (req, res) => {
  if (!req.user) return res.sendStatus(401);
  return res.set('Cache-Control', 'no-store').json({ intercom_user_jwt: signer.sign(req.user) });
});

app.listen(Number(PORT));
