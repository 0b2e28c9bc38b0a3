package com.acme.app.support

import android.util.Log
import io.intercom.android.sdk.Intercom
import io.intercom.android.sdk.identity.Registration

private const val TAG = "Flows"

class Flows(private val api: Api, private val prefs: Prefs) {

    fun earlyReturn(user: User, jwt: String?) {
        val registration = Registration.create().withUserId(user.id)
        if (jwt == null) return Intercom.client().loginIdentifiedUser(registration) // want unsignedboot
        Intercom.client().setUserJwt(jwt)
        Intercom.client().loginIdentifiedUser(registration)
    }

    fun whenWithoutSubject(user: User, jwt: String?) {
        val registration = Registration.create().withUserId(user.id)
        when {
            jwt.isNullOrEmpty() -> Intercom.client().loginUnidentifiedUser()
            else -> {
                Intercom.client().setUserJwt(jwt)
                Intercom.client().loginIdentifiedUser(registration)
            }
        }
    }

    fun required(user: User, jwt: String?) {
        Intercom.client().setUserJwt(requireNotNull(jwt) { "no token for ${user.id}" })
        Intercom.client().loginIdentifiedUser(Registration.create().withUserId(user.id))
    }

    fun logged(user: User, jwt: String) {
        Log.d(
            TAG,
            "Intercom login of ${user.id} with $jwt", // want secretlog
        )
        Intercom.client().setUserJwt(jwt)
        Intercom.client().loginIdentifiedUser(Registration.create().withUserId(user.id))
    }

    fun loggedSafely(user: User, jwt: String) {
        Log.d(
            TAG,
            "Intercom login of ${user.id} with ${jwt.take(4)}…",
        )
        Intercom.client().setUserJwt(jwt)
        Intercom.client().loginIdentifiedUser(Registration.create().withUserId(user.id))
    }

    fun expression(user: User, jwt: String?) {
        val client = Intercom.client()
        val registration = Registration.create().withUserId(user.id)
        if (jwt != null) { client.setUserJwt(jwt); client.loginIdentifiedUser(registration) }
        else client.loginIdentifiedUser(registration) // want unsignedboot
    }

    fun fold(user: User) {
        api.token(user.id).fold(
            onSuccess = {
                Intercom.client().setUserJwt(it)
                Intercom.client().loginIdentifiedUser(Registration.create().withUserId(user.id))
            },
            onFailure = {
                Log.w(TAG, "no token", it)
                Intercom.client().loginIdentifiedUser(Registration.create().withUserId(user.id)) // want unsignedboot
            },
        )
    }

    fun cached(user: User) {
        prefs.intercomJwt?.let(Intercom.client()::setUserJwt)
        Intercom.client().loginIdentifiedUser(Registration.create().withUserId(user.id))
    }

    fun elvisReturn(user: User) {
        val jwt = prefs.intercomJwt ?: run {
            Intercom.client().loginUnidentifiedUser()
            return
        }
        Intercom.client().setUserJwt(jwt)
        Intercom.client().loginIdentifiedUser(Registration.create().withUserId(user.id))
    }
}
