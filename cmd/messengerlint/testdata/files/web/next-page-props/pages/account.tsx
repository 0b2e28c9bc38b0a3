import { useEffect } from 'react';
import crypto from 'crypto';
import type { GetServerSideProps } from 'next';
import { getUser } from '../lib/auth';

export const getServerSideProps: GetServerSideProps = async ({ req }) => {
  const user = await getUser(req);
  if (!process.env.INTERCOM_SECRET_KEY) throw new Error('INTERCOM_SECRET_KEY missing');
  const userHash = crypto.createHmac('sha256', process.env.INTERCOM_SECRET_KEY).update(user.id).digest('hex'); // want identityhash
  return {
    props: {
      user,
      userHash,
      intercomSecret: process.env.INTERCOM_SECRET_KEY, // want frontendkey
    },
  };
};

export default function Account({ user, userHash }: any) {
  useEffect(() => {
    window.Intercom('boot', { app_id: 'abcd1234', user_id: user.id, user_hash: userHash }); // want identityhash
  }, [user, userHash]);
  return <main>Hello {user.name}</main>;
}
