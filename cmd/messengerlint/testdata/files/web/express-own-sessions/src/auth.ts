import jwt from 'jsonwebtoken';
import type { Request, Response } from 'express';

// The product's own sessions: none of this is for Intercom.
export function issueSession(req: Request, res: Response) {
  const token = jwt.sign({ sub: req.body.userId }, process.env.JWT_SECRET!);
  res.cookie('session', token, { httpOnly: true });
}

export const intercomAppId = process.env.INTERCOM_APP_ID;

export function bootData(user: { id: string }) {
  return { app_id: intercomAppId, user_id: user.id };
}
