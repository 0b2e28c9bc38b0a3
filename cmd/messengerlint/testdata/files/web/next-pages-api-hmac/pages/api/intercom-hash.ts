import crypto from 'crypto';
import type { NextApiRequest, NextApiResponse } from 'next';
import { getServerSession } from 'next-auth/next';
import { authOptions } from './auth/[...nextauth]';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const session = await getServerSession(req, res, authOptions);
  if (!session) return res.status(401).end();

  const secret = process.env.INTERCOM_IDENTITY_SECRET;
  if (!secret) throw new Error('INTERCOM_IDENTITY_SECRET is not set');

  const hash = crypto.createHmac('sha256', secret).update(session.user.id).digest('hex'); // want identityhash
  res.status(200).json({ hash });
}
