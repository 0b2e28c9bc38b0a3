'use client';

import { useEffect, useState } from 'react';
import Intercom, { shutdown, update } from '@intercom/messenger-js-sdk';
import { useUser } from '@/hooks/useUser';

export function IntercomChat({ appId }: { appId: string }) {
  const user = useUser();
  const [jwt, setJwt] = useState<string | null>(null);

  useEffect(() => {
    if (!user) {
      Intercom({ app_id: appId });
      return;
    }
    let cancelled = false;
    fetch('/api/intercom/token', { method: 'POST' })
      .then((r) => r.json())
      .then(({ token }) => {
        if (cancelled) return;
        setJwt(token);
        Intercom({ app_id: appId, intercom_user_jwt: token, session_duration: 3600000 });
      })
      .catch((err) => console.error('intercom token', err));
    return () => {
      cancelled = true;
      shutdown();
    };
  }, [user, appId]);

  useEffect(() => {
    if (jwt) update({ intercom_user_jwt: jwt, last_request_at: Math.floor(Date.now() / 1000) });
  }, [jwt]);

  return null;
}
