package com.acme.support;

import android.net.Uri;
import android.util.Log;
import io.intercom.android.sdk.Intercom;

class SupportLog {
    void a(String intercomJwt) throws Exception {
        if (intercomJwt.isEmpty()) throw new IllegalArgumentException("empty jwt");
        if (intercomJwt.length() > 9000) throw new IOException("too long " + intercomJwt); // want secretlog
        if (intercomJwt.length() > 9001) throw new SupportException("too long " + intercomJwt.length());
        if (intercomJwt.length() > 9002) throw new SupportException(String.format("too long %s", intercomJwt)); // want secretlog
        Objects.requireNonNull(intercomJwt, "no jwt");
        Preconditions.checkState(intercomJwt.contains("."), "odd jwt %s", intercomJwt); // want secretlog
        assert intercomJwt.contains(".") : "odd jwt " + intercomJwt; // want secretlog
    }
    Uri c(String intercomJwt, String base) {
        String one = base + "?jwt=" + intercomJwt; // want secretlog
        String two = String.format("https://m.acme.app/?a=%s&jwt=%s", base, intercomJwt); // want secretlog
        String three = String.format(Locale.US, "%s?jwt=%s", base, intercomJwt); // want secretlog
        HttpUrl u = HttpUrl.parse(base).newBuilder().addQueryParameter("jwt", intercomJwt).build(); // want secretlog
        return Uri.parse(base).buildUpon().appendQueryParameter("jwt", intercomJwt).build(); // want secretlog
    }
    void d(String intercomJwt) {
        FirebaseCrashlytics.getInstance().log("jwt " + intercomJwt); // want secretlog
        FirebaseCrashlytics.getInstance().setCustomKey("jwt", intercomJwt); // want secretlog
        FirebaseCrashlytics.getInstance().recordException(new RuntimeException("jwt " + intercomJwt)); // want secretlog
        Sentry.captureMessage("jwt " + intercomJwt); // want secretlog
        Bundle params = new Bundle();
        params.putString("jwt", intercomJwt);
        Timber.d("jwt %s", intercomJwt); // want secretlog
        Timber.tag("SupportLog").w("jwt %s", intercomJwt); // want secretlog
        System.out.printf("jwt %s%n", intercomJwt); // want secretlog
        System.err.println(intercomJwt); // want secretlog
        LOGGER.info("jwt {}", intercomJwt); // want secretlog
        Log.wtf("SupportLog", "jwt " + intercomJwt); // want secretlog
        Log.d("SupportLog", "jwt " + intercomJwt.substring(0, 4));
    }
    void f() {
        api.supportToken(new Callback<Token>() {
            @Override public void onResponse(Call<Token> call, Response<Token> response) {
                String token = response.body().getToken();
                Intercom.client().setUserJwt(token);
                Log.d("SupportLog", "got " + token); // want secretlog
                Log.d("SupportLog", "got " + response.code());
            }
        });
    }
}
