package com.acme.app.support

import android.util.Log
import io.intercom.android.sdk.Intercom
import io.intercom.android.sdk.identity.Registration
import timber.log.Timber

class Support(private val api: Api, private val crashlytics: FirebaseCrashlytics) {
    suspend fun start(user: User) {
        val response = api.support(user.id)
        val intercomJwt = response.jwt
        Timber.d("jwt=%s", intercomJwt) // want secretlog
        Timber.d("jwt present=%b", intercomJwt.isNotEmpty())
        Log.d(TAG, "jwt: $intercomJwt") // want secretlog
        Log.d(TAG, "jwt length: ${intercomJwt.length}")
        if (BuildConfig.DEBUG) Log.v(TAG, "jwt " + intercomJwt) // want secretlog
        crashlytics.setCustomKey("intercom_jwt", intercomJwt) // want secretlog
        crashlytics.setCustomKey("intercom_user", user.id)
        println("starting Intercom for ${user.id}")
        Intercom.client().setUserJwt(intercomJwt)
        Intercom.client().loginIdentifiedUser(Registration.create().withUserId(user.id))
    }

    fun fail(userHash: String) {
        throw IllegalStateException("Intercom refused $userHash") // want secretlog
    }

    fun failQuietly(userHash: String) {
        throw IllegalStateException("Intercom refused a hash of ${userHash.length} characters")
    }

    suspend fun push(accessToken: String) {
        Log.d(TAG, "access token: $accessToken")
    }
}
