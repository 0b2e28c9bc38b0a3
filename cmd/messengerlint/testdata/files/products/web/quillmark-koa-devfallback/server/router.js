const Router = require('@koa/router');
const { chatBootData } = require('./chat');
const { loadMember } = require('./members');

const router = new Router({ prefix: '/api' });

async function signedIn(ctx, next) {
  if (!ctx.session.memberId) {
    ctx.throw(401, 'sign in first');
  }
  ctx.state.member = await loadMember(ctx.session.memberId);
  await next();
}

router.get('/me', signedIn, (ctx) => {
  const { id, email, displayName } = ctx.state.member;
  ctx.body = { id, email, displayName };
});

router.get('/chat', signedIn, (ctx) => {
  ctx.set('Cache-Control', 'no-store');
  ctx.body = chatBootData(ctx.state.member);
});

module.exports = { router };
