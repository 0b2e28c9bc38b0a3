package com.acme.app

import android.app.Application
import dagger.hilt.android.HiltAndroidApp
import io.intercom.android.sdk.Intercom
import io.intercom.android.sdk.UserAttributes
import io.intercom.android.sdk.identity.Registration
import javax.inject.Inject

@HiltAndroidApp
class AcmeApplication : Application() {

    @Inject lateinit var sessions: SessionRepository

    override fun onCreate() {
        super.onCreate()
        Intercom.initialize(this, BuildConfig.INTERCOM_API_KEY, BuildConfig.INTERCOM_APP_ID)
        sessions.current?.let { session ->
            val attributes = UserAttributes.Builder()
                .withName(session.name)
                .withCustomAttribute("plan", session.plan)
                .build()
            val registration = Registration.create()
                .withUserId(session.userId)
                .withUserAttributes(attributes)
            Intercom.client().loginIdentifiedUser(registration) // want unsignedboot
        } ?: Intercom.client().loginUnidentifiedUser()
    }
}
