import { z } from 'zod';
import jwt from 'jsonwebtoken';
import { protectedProcedure, publicProcedure, router } from '../trpc';
import { env } from '../env';

export const intercomRouter = router({
  token: protectedProcedure.query(({ ctx }) =>
    jwt.sign({ user_id: ctx.session.user.id }, env.INTERCOM_IDENTITY_SECRET, { expiresIn: '1h' }),
  ),
  tokenFor: publicProcedure
    .input(z.object({ id: z.string() }))
    .query(({ input }) => jwt.sign({ user_id: input.id }, env.INTERCOM_IDENTITY_SECRET, { expiresIn: '1h' })), // want untrusteduserid
});
