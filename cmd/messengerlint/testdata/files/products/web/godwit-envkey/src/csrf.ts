import { createHmac, timingSafeEqual } from 'node:crypto';

const CSRF_KEY = 'dnz52ft59L2qH5qeb2T9aicrIrXVAslvrkIRi_t7';

export function csrfToken(sessionId: string): string {
  return createHmac('sha256', CSRF_KEY).update(sessionId).digest('hex');
}

export function validCsrf(sessionId: string, token: string): boolean {
  const a = Buffer.from(csrfToken(sessionId));
  const b = Buffer.from(token);
  return a.length === b.length && timingSafeEqual(a, b);
}
