import { Injectable } from '@angular/core';
import { Intercom } from '@capacitor-community/intercom';

@Injectable({ providedIn: 'root' })
export class SupportService {
  async start(userId: string, hmac: string) {
    await Intercom.setUserHash({ hmac }); // want identityhash
    await Intercom.registerIdentifiedUser({ userId });
  }

  async quick(email: string) {
    await Intercom.registerIdentifiedUser({ email });
  }
}
