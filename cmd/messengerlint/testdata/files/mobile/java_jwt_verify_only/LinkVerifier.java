package com.acme.android.links;

import android.net.Uri;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import io.intercom.android.sdk.Intercom;

public class LinkVerifier {
    private final String publicKey;

    public LinkVerifier(String publicKey) {
        this.publicKey = publicKey;
    }

    public DecodedJWT verify(Uri uri) {
        return JWT.require(Algorithm.HMAC256(publicKey)).build().verify(uri.getQueryParameter("t"));
    }

    public void help() {
        Intercom.client().displayMessenger();
    }
}
