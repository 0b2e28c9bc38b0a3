package com.acme.app.util

import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec

fun String.hmacSha256(key: String): String {
    val mac = Mac.getInstance("HmacSHA256").apply { init(SecretKeySpec(key.toByteArray(), "HmacSHA256")) }
    return mac.doFinal(toByteArray()).toHex()
}
