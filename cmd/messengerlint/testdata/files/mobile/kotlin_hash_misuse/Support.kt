package com.acme.app.support

import io.intercom.android.sdk.Intercom
import io.intercom.android.sdk.identity.Registration

class Support(private val api: Api) {
    suspend fun jwtAsHash(user: User) {
        val token = api.supportToken(user.id)
        Intercom.client().setUserHash(token) // want identityhash
        Intercom.client().loginIdentifiedUser(Registration.create().withUserId(user.id))
    }

    suspend fun hashAsJwt(user: User) {
        Intercom.client().setUserJwt(api.session(user.id).userHash) // want identityhash
        Intercom.client().loginIdentifiedUser(Registration.create().withUserId(user.id))
    }

    suspend fun upper(user: User) {
        val hash = api.session(user.id).userHash
        Intercom.client().setUserHash(hash.uppercase()) // want identityhash
        Intercom.client().loginIdentifiedUser(Registration.create().withUserId(user.id))
    }

    fun literal(user: User) {
        Intercom.client().setUserHash("8a5edab282632443219e051e4ade2d1d5bbc671c781051bf1437897cbdfea0f1") // want identityhash
        Intercom.client().loginIdentifiedUser(Registration.create().withUserId(user.id))
    }

    suspend fun right(user: User) {
        val session = api.session(user.id)
        Intercom.client().setUserJwt(session.messengerJwt)
        Intercom.client().loginIdentifiedUser(Registration.create().withUserId(user.id))
    }

    fun clear() {
        Intercom.client().setUserHash("")
    }
}
