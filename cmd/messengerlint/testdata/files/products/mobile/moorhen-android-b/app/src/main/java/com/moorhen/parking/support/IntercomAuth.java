package com.moorhen.parking.support;

import androidx.annotation.NonNull;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.concurrent.TimeUnit;

import io.intercom.android.sdk.Intercom;
import io.intercom.android.sdk.identity.Registration;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.SignatureAlgorithm;

public final class IntercomAuth {

    private static final String SESSION_PREFERENCES = "parking_session";

    private IntercomAuth() {
    }

    public static void login(@NonNull String driverId) {
        Intercom.client().setUserJwt(userJwt(driverId));
        Intercom.client().loginIdentifiedUser(Registration.create().withUserId(driverId));
    }

    private static String userJwt(String driverId) {
        return SupportTokens.from(SESSION_PREFERENCES).get(driverId);
    }

    public static void logout() {
        Intercom.client().logout();
    }
}
