package com.acme.app.login

import com.acme.app.util.SecureUtil
import io.intercom.android.sdk.Intercom
import io.intercom.android.sdk.identity.Registration

class Login(private val api: Api) {
    fun local(user: User) {
        Intercom.client().setUserHash(SecureUtil.generateHmac(user.id)) // want frontendkey, identityhash
        Intercom.client().loginIdentifiedUser(Registration.create().withUserId(user.id))
    }

    suspend fun remote(user: User) {
        Intercom.client().setUserHash(api.generateHmac(user.id)) // want identityhash
        Intercom.client().loginIdentifiedUser(Registration.create().withUserId(user.id))
    }
}
