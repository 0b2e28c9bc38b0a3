import Fastify from 'fastify';
import { createSigner } from 'fast-jwt';

const fastify = Fastify();
const signIntercom = createSigner({ key: process.env.INTERCOM_MESSENGER_SECRET, algorithm: 'HS256', expiresIn: 3600 * 1000 });

fastify.get('/intercom', { preHandler: fastify.authenticate }, async (request) => {
  return { token: signIntercom({ user_id: request.user.id }) };
});

fastify.get('/intercom/:userId', async (request) => {
  return { token: signIntercom({ user_id: request.params.userId }) }; // want untrusteduserid
});
