import { IntercomClient } from 'intercom-client';

const client = new IntercomClient({ token: process.env.INTERCOM_ACCESS_TOKEN! });

export async function syncUser(user: { id: string; email: string }) {
  await client.contacts.create({ external_id: user.id, email: user.email, role: 'user' });
}

export async function track(user: { id: string }) {
  return fetch('https://api.intercom.io/events', {
    method: 'POST',
    headers: { Authorization: `Bearer ${process.env.INTERCOM_ACCESS_TOKEN}` },
    body: JSON.stringify({ event_name: 'login', user_id: user.id }),
  });
}
