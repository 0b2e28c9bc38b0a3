package com.acme.app

import android.content.Context

class SupportKeys(private val context: Context) {
    companion object {
        const val INTERCOM_JWT_SECRET = "Ty8Hc1Jd6SfGaU3eMoQi0XwKz4kP9wLx2RVb7Nq5" // want hardcodedsecret
        const val INTERCOM_WEBHOOK_SECRET = "y8Hc1Jd6SfGaU3eMoQi0XwKz4kP9wLx2RVb7Nq5T"
    }
    val intercomHmacSecret by lazy { "8Hc1Jd6SfGaU3eMoQi0XwKz4kP9wLx2RVb7Nq5Ty" } // want hardcodedsecret
    val intercomIdentitySecret: String get() = "Hc1Jd6SfGaU3eMoQi0XwKz4kP9wLx2RVb7Nq5Ty8" // want hardcodedsecret
    fun intercomSigningSecret(prod: Boolean) = if (prod) "c1Jd6SfGaU3eMoQi0XwKz4kP9wLx2RVb7Nq5Ty8H" else "" // want hardcodedsecret
    fun read(): String = context.getString(R.string.intercom_identity_secret)
    fun read2(): String = BuildConfig.INTERCOM_JWT_SECRET.ifEmpty { "1Jd6SfGaU3eMoQi0XwKz4kP9wLx2RVb7Nq5Ty8Hc" } // want hardcodedsecret
    fun read3(): String = prefs.getString("intercom_jwt_secret", "Jd6SfGaU3eMoQi0XwKz4kP9wLx2RVb7Nq5Ty8Hc1") ?: "" // want hardcodedsecret
    fun read4(): String = prefs.getString("intercom_jwt_secret", null) ?: ""
    enum class Flavour(val intercomSecret: String) {
        PROD(intercomSecret = "d6SfGaU3eMoQi0XwKz4kP9wLx2RVb7Nq5Ty8Hc1J"), // want hardcodedsecret
        DEV(intercomSecret = "your-intercom-secret"),
    }
}
