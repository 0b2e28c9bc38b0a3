package com.acme.app.di

object IntercomConfig {
    const val APP_ID = "ab12cd34"
    const val SDK_KEY = "android_sdk-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b"
    const val IDENTITY_SECRET = "mVxQ3rT8yLk2Wn9bHs5Jd7Pf1GcAeU4oZi6RtYqX_0w" // want hardcodedsecret
    const val SECRET_NAME = "projects/acme/secrets/intercom-identity-secret"
}

object CacheConfig {
    const val IDENTITY_SECRET = "nVxQ3rT8yLk2Wn9bHs5Jd7Pf1GcAeU4oZi6RtYqX_0w"
}

val remoteDefaults = mapOf(
    "intercom_enabled" to true,
    "intercom_hmac_secret" to "kVxQ3rT8yLk2Wn9bHs5Jd7Pf1GcAeU4oZi6RtYqX_0w", // want hardcodedsecret
    "intercom_app_id" to "ab12cd34",
)
