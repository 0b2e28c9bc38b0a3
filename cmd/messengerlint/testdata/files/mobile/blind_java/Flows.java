package com.acme.android;

import android.content.Context;
import android.util.Base64;
import android.util.Log;
import io.intercom.android.sdk.Intercom;
import io.intercom.android.sdk.identity.Registration;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.json.JSONObject;

public class Flows {
    private static final String TAG = Flows.class.getSimpleName();

    // A JWT made by hand.
    private String jwt(String userId, String key) throws Exception {
        String header = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
        String payload = encode(new JSONObject().put("user_id", userId).toString());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] signature = mac.doFinal((header + "." + payload).getBytes(StandardCharsets.UTF_8));
        return header + "." + payload + "." + Base64.encodeToString(signature, Base64.URL_SAFE);
    }

    private static String encode(String text) {
        return Base64.encodeToString(text.getBytes(StandardCharsets.UTF_8), Base64.URL_SAFE);
    }

    void minted(String userId) throws Exception {
        Intercom.client().setUserJwt(jwt(userId, BuildConfig.INTERCOM_MESSENGER_SECRET)); // want frontendkey
        Intercom.client().loginIdentifiedUser(Registration.create().withUserId(userId));
    }

    void future(CompletableFuture<String> token, String userId) {
        token.thenAccept(jwt -> {
            Intercom.client().setUserJwt(jwt);
            Intercom.client().loginIdentifiedUser(Registration.create().withUserId(userId));
        }).exceptionally(e -> {
            Log.e(TAG, "token", e);
            Intercom.client().loginIdentifiedUser(Registration.create().withUserId(userId)); // want unsignedboot
            return null;
        });
    }

    void futureLate(CompletableFuture<String> token, String userId) {
        token.thenAccept(Intercom.client()::setUserJwt);
        Intercom.client().loginIdentifiedUser(Registration.create().withUserId(userId)); // want unsignedboot
    }

    void thread(final String jwt, final String userId) {
        new Thread(new Runnable() {
            @Override
            public void run() {
                Intercom.client().setUserJwt(jwt);
                Intercom.client().loginIdentifiedUser(Registration.create().withUserId(userId));
            }
        }).start();
    }

    void logged(Context context, String userHash) {
        Log.d(TAG, "hash for " + context.getPackageName() + " is " + userHash); // want secretlog
        Log.d(TAG, "hash for " + context.getPackageName() + " has " + userHash.length());
    }
}
