import type { NextFunction, Request, Response } from 'express';

export function requireLogin(req: Request, res: Response, next: NextFunction) {
  if (!req.isAuthenticated()) {
    return res.status(401).json({ error: 'login required' });
  }
  return next();
}
