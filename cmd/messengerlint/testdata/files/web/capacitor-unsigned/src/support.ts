import { Intercom } from '@capacitor-community/intercom';

export const register = async (userId: string, email: string) => {
  await Intercom.registerIdentifiedUser({ userId, email }); // want unsignedboot
};
