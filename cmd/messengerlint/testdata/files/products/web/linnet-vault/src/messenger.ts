import jwt from 'jsonwebtoken';
import type { FastifyInstance } from 'fastify';
import { intercomJwtSecret } from './secrets';

export default async function messenger(app: FastifyInstance) {
  app.get('/messenger', { preHandler: app.authenticate }, async (request, reply) => {
    const secret = await intercomJwtSecret();
    const token = jwt.sign({ user_id: request.user.id, email: request.user.email }, secret, { expiresIn: '1h' });
    reply.header('x-request-id', request.id);
    console.error('signed messenger token', { userId: request.user.id, secret }); // want secretlog
    return { intercom_user_jwt: token };
  });
}
