package com.acme.app.support

import com.acme.app.BuildConfig
import io.intercom.android.sdk.Intercom
import io.intercom.android.sdk.identity.Registration
import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec

class IntercomHasher {
    fun login(userId: String) {
        val secret = BuildConfig.INTERCOM_API_SECRET
        val mac = Mac.getInstance("HmacSHA256")
        mac.init(SecretKeySpec(secret.toByteArray(Charsets.UTF_8), "HmacSHA256"))
        val hash = mac.doFinal(userId.toByteArray()).joinToString("") { "%02x".format(it) } // want frontendkey, identityhash
        Intercom.client().setUserHash(hash)
        Intercom.client().loginIdentifiedUser(Registration.create().withUserId(userId))
    }
}
