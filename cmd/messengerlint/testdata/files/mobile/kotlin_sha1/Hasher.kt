package com.acme.app

import io.intercom.android.sdk.Intercom
import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec

fun intercomUserHash(userId: String, secret: String): String {
    val mac = Mac.getInstance("HmacSHA1")
    mac.init(SecretKeySpec(secret.toByteArray(), "HmacSHA1"))
    return mac.doFinal(userId.toByteArray()).toHexString() // want frontendkey, identityhash
}
