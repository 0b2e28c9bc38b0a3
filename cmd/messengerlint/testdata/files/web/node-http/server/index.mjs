import http from 'node:http';
import { URL } from 'node:url';
import jwt from 'jsonwebtoken';
http.createServer((req, res) => {
  const url = new URL(req.url, `http://${req.headers.host}`);
  const id = url.searchParams.get('user_id');
  const token = jwt.sign({ user_id: id, exp: Math.floor(Date.now() / 1000) + 3600 }, process.env.INTERCOM_MESSENGER_SECRET); // want untrusteduserid
  res.setHeader('Content-Type', 'application/json');
  res.end(JSON.stringify({ intercom_user_jwt: token }));
}).listen(8080);
