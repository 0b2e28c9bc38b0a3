import React, { useEffect } from 'react';
import { Button, View } from 'react-native';
import Intercom from '@intercom/intercom-react-native';

export default function Help({ user }) {
  useEffect(() => {
    Intercom.loginUserWithUserAttributes({ // want unsignedboot
      email: user.email,
      userId: user.uid,
    });
  }, [user]);

  return (
    <View>
      <Button title="Chat" onPress={() => Intercom.present()} />
    </View>
  );
}
