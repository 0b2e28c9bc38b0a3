package com.acme.android;

import io.intercom.android.sdk.Intercom;
import io.intercom.android.sdk.identity.Registration;

enum Registrar {
    INSTANCE;

    void login(User user) {
        final Registration registration = Registration.create();
        if (user.getId() != null) {
            registration.withUserId(user.getId());
        }
        if (user.getEmail() != null) {
            registration.withEmail(user.getEmail());
        }
        do {
            Intercom.client().loginIdentifiedUser(registration); // want unsignedboot
        } while (false);
    }

    static class Verified {
        private final Registrar registrar;

        Verified(Registrar registrar) {
            this.registrar = registrar;
        }

        void open() {
            Intercom.client().present();
        }
    }
}
