const crypto = require('crypto');

const secret = process.env.INTERCOM_IDENTITY_SECRET;
if (!secret) throw new Error('set INTERCOM_IDENTITY_SECRET');

exports.sha1 = (id) => crypto.createHmac('sha1', secret).update(id).digest('hex'); // want identityhash

exports.intercomUserHash512 = (id) => crypto.createHmac('sha512', secret).update(id).digest('hex'); // want identityhash
exports.intercomUserHash64 = (id) => crypto.createHmac('sha256', secret).update(id).digest('base64'); // want identityhash
exports.intercomUserHashUpper = (id) => crypto.createHmac('sha256', secret).update(id).digest('hex').toUpperCase(); // want identityhash
exports.intercomUserHashSwap = (id) => crypto.createHmac('sha256', id).update(secret).digest('hex'); // want identityhash
exports.intercomUserHash = (id) => crypto.createHmac('sha256', secret).update(id).digest('hex'); // want identityhash
