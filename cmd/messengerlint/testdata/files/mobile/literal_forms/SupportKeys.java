package com.acme.app;

import android.content.Context;

class SupportKeys {
    static final String INTERCOM_JWT_SECRET = "6SfGaU3eMoQi0XwKz4kP9wLx2RVb7Nq5Ty8Hc1Jd"; // want hardcodedsecret
    static final String INTERCOM_ACCESS_TOKEN_NAME = "SfGaU3eMoQi0XwKz4kP9wLx2RVb7Nq5Ty8Hc1Jd6";
    private final Map<String, String> keys = Map.of("intercom_hmac_secret", "fGaU3eMoQi0XwKz4kP9wLx2RVb7Nq5Ty8Hc1Jd6S"); // want hardcodedsecret
    static { System.setProperty("intercom.identity.secret", "GaU3eMoQi0XwKz4kP9wLx2RVb7Nq5Ty8Hc1Jd6Sf"); } // want hardcodedsecret
    String intercomVerificationSecret() { return "aU3eMoQi0XwKz4kP9wLx2RVb7Nq5Ty8Hc1Jd6SfG"; } // want hardcodedsecret
    String getIntercomSecret() { return BuildConfig.INTERCOM_SECRET; }
    String read(Context c) { return c.getResources().getString(R.string.intercom_identity_secret); }
    Config build() { return new Config.Builder().setIntercomSecretKey("U3eMoQi0XwKz4kP9wLx2RVb7Nq5Ty8Hc1Jd6SfGa").build(); } // want hardcodedsecret
    Config build2() { return Config.builder().intercomIdentitySecret("3eMoQi0XwKz4kP9wLx2RVb7Nq5Ty8Hc1Jd6SfGaU").build(); } // want hardcodedsecret
}
