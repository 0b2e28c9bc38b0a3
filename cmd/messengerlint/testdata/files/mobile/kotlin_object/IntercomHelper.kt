package com.acme.app.support

import io.intercom.android.sdk.Intercom
import io.intercom.android.sdk.identity.Registration

object IntercomHelper {
    private val client: Intercom get() = Intercom.client()

    @JvmStatic
    fun login(userId: String?, email: String?, jwt: String? = null) {
        if (userId.isNullOrBlank() && email.isNullOrBlank()) {
            client.loginUnidentifiedUser()
            return
        }
        val registration = Registration.create().apply {
            userId?.takeIf { it.isNotBlank() }?.let(::withUserId)
            email?.let { withEmail(it) }
        }
        if (!jwt.isNullOrBlank()) client.setUserJwt(jwt) else logMissing()
        client.loginIdentifiedUser(registration)
    }

    private fun logMissing() = println("Intercom: no token")
}

object LegacyIntercomHelper {
    private val client get() = Intercom.client()

    fun login(userId: String, jwt: String) {
        client.loginIdentifiedUser(Registration.create().withUserId(userId)) // want unsignedboot
        client.setUserJwt(jwt)
    }
}
