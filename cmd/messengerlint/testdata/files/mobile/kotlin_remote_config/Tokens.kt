package com.acme.app.support

import com.google.android.gms.tasks.Task
import com.google.firebase.remoteconfig.FirebaseRemoteConfig
import io.intercom.android.sdk.Intercom

class Tokens(private val remoteConfig: FirebaseRemoteConfig) {
    fun secret(): String = remoteConfig.getString("intercom_identity_secret")

    fun signing(): String = System.getProperty("INTERCOM_JWT_SECRET") ?: "c1HdJ6pGfA3eUoVtQ5iBnqX7vT2mLz9Rk4WbN8sY" // want hardcodedsecret

    fun enabled(): Boolean = remoteConfig.getBoolean("intercom_enabled")

    fun appId(): String = remoteConfig.getString("intercom_app_id")

    fun open() = Intercom.client().present()
}
