package com.acme.plugin

import io.flutter.plugin.common.MethodCall
import io.flutter.plugin.common.MethodChannel.Result
import io.intercom.android.sdk.Intercom
import io.intercom.android.sdk.identity.Registration

class IntercomPlugin {
    fun onMethodCall(call: MethodCall, result: Result) {
        when (call.method) {
            "setJwt" -> {
                val jwt = call.argument<String>("jwt")
                if (jwt != null) {
                    Intercom.client().setUserJwt(jwt)
                    result.success(null)
                }
            }
            "login" -> {
                val userId = call.argument<String>("userId")
                if (userId != null) {
                    Intercom.client().loginIdentifiedUser(Registration.create().withUserId(userId))
                }
                result.success(null)
            }
            else -> result.notImplemented()
        }
    }
}
