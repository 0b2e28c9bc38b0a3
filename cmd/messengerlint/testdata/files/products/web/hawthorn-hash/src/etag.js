const { createHash, createHmac } = require('node:crypto');

function etag(body) {
  return `"${createHash('sha1').update(body).digest('base64')}"`;
}

/** Intercom webhooks: X-Hub-Signature is sha1 over the raw body with the app's client secret */
function validWebhook(req) {
  const want = 'sha1=' + createHmac('sha1', process.env.INTERCOM_CLIENT_SECRET).update(req.rawBody).digest('hex');
  return req.get('X-Hub-Signature') === want;
}

module.exports = { etag, validWebhook };
