package com.acme.app.config

val defaults = mapOf(
    "intercom" to mapOf(
        "app_id" to "ab12cd34",
        "identity_secret" to "Rz4kP9wLx2Vb7Nq5Ty8Hc1Jd6SfGaU3eMoQi0XwK", // want hardcodedsecret
    ),
    "stripe" to mapOf(
        "identity_secret" to "Sz4kP9wLx2Vb7Nq5Ty8Hc1Jd6SfGaU3eMoQi0XwK",
    ),
)

data class IntercomCredentials(val appId: String, val identitySecret: String)

val staging = IntercomCredentials(
    appId = "ab12cd34",
    identitySecret = "Tz4kP9wLx2Vb7Nq5Ty8Hc1Jd6SfGaU3eMoQi0XwK", // want hardcodedsecret
)
