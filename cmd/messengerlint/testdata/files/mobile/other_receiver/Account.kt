package com.acme.account

import io.intercom.android.sdk.Intercom
import io.intercom.android.sdk.identity.Registration

class Account(private val backend: Backend, private val chat: Chat, private val session: Session) {
    // The app's own server has calls of these names.
    fun signIn(mail: String, password: String) {
        backend.loginIdentifiedUser(mail, password)
        session.api.registerIdentifiedUser(mail)
        session.repository.setUserHash(mail.hashCode().toString())
    }

    // What is handed in may well be the client of the SDK.
    fun talk(id: String) {
        chat.sdk.loginIdentifiedUser(Registration.create().withUserId(id)) // want unsignedboot
    }

    fun close() = Intercom.client().logout()
}
