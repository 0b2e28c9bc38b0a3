const Koa = require('koa');
const session = require('koa-session');
const bodyParser = require('koa-bodyparser');
const { router } = require('./router');

const app = new Koa();
app.keys = [process.env.COOKIE_KEY];
app.use(session({ key: 'qm.sess', maxAge: 86400000 }, app));
app.use(bodyParser());
app.use(router.routes()).use(router.allowedMethods());

app.listen(process.env.PORT || 8080);
