package com.acme.app.payments

import com.acme.app.BuildConfig
import io.intercom.android.sdk.Intercom
import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec

class PaymentSigner {
    fun sign(payload: String): String {
        val mac = Mac.getInstance("HmacSHA256")
        mac.init(SecretKeySpec(BuildConfig.PAYMENTS_SECRET.toByteArray(), "HmacSHA256"))
        return mac.doFinal(payload.toByteArray()).joinToString("") { "%02x".format(it) }
    }

    fun help() = Intercom.client().present()
}
