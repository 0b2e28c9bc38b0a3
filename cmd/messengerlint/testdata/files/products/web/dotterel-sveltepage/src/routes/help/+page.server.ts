import { redirect } from '@sveltejs/kit';
import jwt from 'jsonwebtoken';
import { env } from '$env/dynamic/private';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  if (!locals.user) redirect(303, '/login');
  const intercomJwt = jwt.sign({ user_id: locals.user.id, email: locals.user.email }, env.INTERCOM_IDENTITY_SECRET, { expiresIn: '1h' });
  return { intercomJwt, intercomKey: env.INTERCOM_IDENTITY_SECRET }; // want frontendkey
};
