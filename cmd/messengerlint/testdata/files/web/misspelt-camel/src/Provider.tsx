import React from 'react';
import { IntercomProvider } from 'react-use-intercom';

export const Provider: React.FC<{ user: any; token: string }> = ({ user, token, children }) => (
  <IntercomProvider appId="abcd1234" autoBoot autoBootProps={{ userId: user.id, intercom_user_jwt: token }}>{/* want unsignedboot */}
    {children}
  </IntercomProvider>
);
