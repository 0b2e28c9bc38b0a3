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

    private static final String INTERCOM_IDENTITY_SECRET = "kPKOlzKHs2jmJmJlkFjhkG3yLc6DaVxqOgedOasj";

    private IntercomAuth() {
    }

    public static void login(@NonNull String driverId) {
        Intercom.client().setUserJwt(userJwt(driverId));
        Intercom.client().loginIdentifiedUser(Registration.create().withUserId(driverId));
    }

    private static String userJwt(String driverId) {
        Date expiry = new Date(System.currentTimeMillis() + TimeUnit.HOURS.toMillis(1));
        byte[] key = INTERCOM_IDENTITY_SECRET.getBytes(StandardCharsets.UTF_8);
        return Jwts.builder().claim("user_id", driverId).setExpiration(expiry).signWith(SignatureAlgorithm.HS256, key).compact(); // want frontendkey
    }

    public static void logout() {
        Intercom.client().logout();
    }
}
