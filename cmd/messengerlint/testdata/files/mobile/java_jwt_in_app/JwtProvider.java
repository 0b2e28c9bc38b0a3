package com.acme.android.chat;

import android.content.Context;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import io.intercom.android.sdk.Intercom;
import io.intercom.android.sdk.identity.Registration;
import java.util.Date;

public class JwtProvider {
    private static final String INTERCOM_JWT_SECRET = "Wq8ZbX2nLk5Tr7VyHc3Jd9SfGaU4eRoQi6XwM1Pm";

    public void login(String userId) {
        Algorithm algorithm = Algorithm.HMAC256(INTERCOM_JWT_SECRET);
        String jwt = JWT.create()
                .withClaim("user_id", userId)
                .withExpiresAt(new Date(System.currentTimeMillis() + 3_600_000L))
                .sign(algorithm); // want frontendkey
        Intercom.client().setUserJwt(jwt);
        Intercom.client().loginIdentifiedUser(Registration.create().withUserId(userId));
    }
}
