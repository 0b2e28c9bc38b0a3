import React from 'react';
import Intercom from 'react-intercom';

export default function App({ user }) {
  const identified = { user_id: user.id, email: user.email, name: user.name };
  return (
    <div className="app">
      <Intercom appID="abcd1234" {...identified} />{/* want unsignedboot */}
      <Intercom appID="abcd1234" {...identified} user_hash={user.hash} />{/* want identityhash */}
      <Intercom appID="abcd1234" />
    </div>
  );
}
