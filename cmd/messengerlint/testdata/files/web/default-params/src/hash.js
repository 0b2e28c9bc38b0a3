import { createHmac } from 'node:crypto';

export function intercomUserHash(id, secret = 'Qz7RkP2mVx9LtB4nWc8HsYd1JfG6aEuT3oKi5MvX') { // want hardcodedsecret
  return createHmac('sha256', secret).update(id).digest('hex'); // want identityhash
}
