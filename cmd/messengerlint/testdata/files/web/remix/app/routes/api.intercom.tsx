import type { LoaderFunctionArgs } from '@remix-run/node';
import { json } from '@remix-run/node';
import jwt from 'jsonwebtoken';
import { requireUserId } from '~/session.server';

export async function loader({ request }: LoaderFunctionArgs) {
  const userId = await requireUserId(request);
  const intercomJwt = jwt.sign({ user_id: userId }, process.env.INTERCOM_MESSENGER_SECRET!, { expiresIn: '15m' });
  return json({ intercomJwt });
}

export async function action({ request }: LoaderFunctionArgs) {
  const form = await request.formData();
  const user_id = form.get('user_id');
  const intercomJwt = jwt.sign({ user_id }, process.env.INTERCOM_MESSENGER_SECRET!, { expiresIn: '15m' }); // want untrusteduserid
  return json({ intercomJwt });
}
