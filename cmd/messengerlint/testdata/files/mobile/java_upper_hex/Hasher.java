package com.acme.android;

import io.intercom.android.sdk.Intercom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public final class IntercomHasher {
    private final String intercomSecret;

    IntercomHasher(String intercomSecret) {
        this.intercomSecret = intercomSecret;
    }

    void apply(String userId) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(intercomSecret.getBytes("UTF-8"), "HmacSHA256"));
        byte[] raw = mac.doFinal(userId.getBytes("UTF-8")); // want frontendkey
        StringBuilder sb = new StringBuilder();
        for (byte b : raw) {
            sb.append(String.format("%02X", b)); // want identityhash
        }
        Intercom.client().setUserHash(sb.toString());
    }
}
