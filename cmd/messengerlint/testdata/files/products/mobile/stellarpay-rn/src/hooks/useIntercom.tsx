import Intercom from '@intercom/intercom-react-native';
import { useEffect, useRef } from 'react';
import { AppState } from 'react-native';

import { useCustomer } from './useCustomer';

/** Keeps the support chat in step with the signed-in customer. */
export function useIntercom(): void {
  const { customer, supportJwt } = useCustomer();
  const loggedIn = useRef<string | null>(null);

  useEffect(() => {
    if (!customer || loggedIn.current === customer.id) {
      return;
    }
    const run = async () => {
      if (supportJwt) {
        await Intercom.setUserJwt(supportJwt);
        await Intercom.loginUserWithUserAttributes({ userId: customer.id });
      } else {
        await Intercom.loginUserWithUserAttributes({ userId: customer.id }); // want unsignedboot
      }
      loggedIn.current = customer.id;
    };
    run().catch((error) => console.warn('support login failed', error.message));
  }, [customer, supportJwt]);

  useEffect(() => {
    const subscription = AppState.addEventListener('change', (state) => {
      if (state === 'active') {
        Intercom.handlePushMessage();
      }
    });
    return () => subscription.remove();
  }, []);
}
