'use client';

import { useEffect } from 'react';
import CryptoJS from 'crypto-js';
import Intercom from '@intercom/messenger-js-sdk';
import { useSession } from 'next-auth/react';

const SECRET = process.env.NEXT_PUBLIC_INTERCOM_SECRET_KEY ?? ''; // want frontendkey, wrongkey

export function IntercomChat() {
  const { data } = useSession();

  useEffect(() => {
    if (!data?.user) return;
    const hash = CryptoJS.HmacSHA256(data.user.id, SECRET).toString(CryptoJS.enc.Hex); // want frontendkey, identityhash
    Intercom({
      app_id: process.env.NEXT_PUBLIC_INTERCOM_APP_ID!,
      user_id: data.user.id,
      email: data.user.email,
      user_hash: hash,
    });
  }, [data]);

  return null;
}
