import { Hono } from 'hono';
import { sign } from 'hono/jwt';

const app = new Hono<{ Bindings: { INTERCOM_JWT_SECRET: string } }>();

app.get('/intercom/:id', async (c) => {
  const token = await sign({ user_id: c.req.param('id'), exp: Math.floor(Date.now() / 1000) + 600 }, c.env.INTERCOM_JWT_SECRET); // want untrusteduserid
  return c.json({ token });
});

app.get('/intercom', async (c) => {
  const user = c.get('user');
  const token = await sign({ user_id: user.id, exp: Math.floor(Date.now() / 1000) + 600 }, c.env.INTERCOM_JWT_SECRET);
  return c.json({ token });
});

export default app;
