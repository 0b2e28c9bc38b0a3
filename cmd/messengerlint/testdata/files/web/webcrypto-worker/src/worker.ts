interface Env { INTERCOM_IDENTITY_SECRET: string }

const encoder = new TextEncoder();

async function userHash(id: string, secret: string): Promise<string> {
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const mac = await crypto.subtle.sign('HMAC', key, encoder.encode(id));
  return [...new Uint8Array(mac)].map((b) => b.toString(16).padStart(2, '0')).join('');
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const session = await readSession(request);
    const user_hash = await userHash(session.userId, env.INTERCOM_IDENTITY_SECRET); // want identityhash
    return Response.json({ user_id: session.userId, user_hash });
  },
};

declare function readSession(r: Request): Promise<{ userId: string }>;
