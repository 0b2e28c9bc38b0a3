const Koa = require('koa');
const Router = require('@koa/router');
const jwt = require('jsonwebtoken');

const router = new Router();

router.post('/chat/token', async (ctx) => {
  const { userId } = ctx.request.body;
  ctx.body = {
    intercom_user_jwt: jwt.sign({ user_id: userId }, process.env.INTERCOM_API_SECRET, { expiresIn: '5m' }), // want untrusteduserid
  };
});

router.get('/chat/config', (ctx) => {
  ctx.body = { appId: 'abcd1234', secret: process.env.INTERCOM_API_SECRET }; // want frontendkey
});

router.post('/chat/own', async (ctx) => {
  const { userId } = ctx.request.body;
  if (userId !== ctx.state.user.id) {
    ctx.throw(403);
    return;
  }
  ctx.body = { intercom_user_jwt: jwt.sign({ user_id: userId }, process.env.INTERCOM_API_SECRET, { expiresIn: '5m' }) };
});

new Koa().use(router.routes()).listen(3000);
