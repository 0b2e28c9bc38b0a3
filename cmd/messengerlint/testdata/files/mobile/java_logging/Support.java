package com.acme.android;

import android.util.Log;
import io.intercom.android.sdk.Intercom;
import io.intercom.android.sdk.identity.Registration;

class Support {
    private static final String TAG = "Support";
    private String hash;

    void login(String userId, String userHash) {
        this.hash = userHash;
        Log.i(TAG, String.format("login %s with %s", userId, userHash)); // want secretlog
        Log.i(TAG, String.format("login %s with a hash: %b", userId, userHash != null));
        System.out.println(hash); // want secretlog
        Intercom.client().setUserHash(hash); // want identityhash
        Intercom.client().loginIdentifiedUser(Registration.create().withUserId(userId));
    }
}
