import jwt from 'jsonwebtoken';

const SECRET = process.env.INTERCOM_WEB_SECRET!;

export const resolvers = {
  Query: {
    intercomToken: (_parent: unknown, _args: unknown, ctx: { user: { id: string } }) =>
      jwt.sign({ user_id: ctx.user.id }, SECRET, { expiresIn: '1h' }),
    intercomTokenFor: (_parent: unknown, args: { userId: string }) =>
      jwt.sign({ user_id: args.userId }, SECRET, { expiresIn: '1h' }), // want untrusteduserid
  },
};
