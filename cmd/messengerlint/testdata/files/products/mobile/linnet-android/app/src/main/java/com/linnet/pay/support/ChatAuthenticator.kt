package com.linnet.pay.support

import android.util.Log
import com.google.firebase.crashlytics.FirebaseCrashlytics
import io.intercom.android.sdk.Intercom
import io.intercom.android.sdk.identity.Registration

class ChatAuthenticator(private val api: ChatApi) {

    suspend fun authenticate(accountId: String) {
        val intercomUserHash = try {
            api.hash(accountId)
        } catch (e: Exception) {
            FirebaseCrashlytics.getInstance().recordException(e)
            Intercom.client().loginUnidentifiedUser()
            return
        }
        Log.i("Chat", "login $accountId hash=" + intercomUserHash) // want secretlog
        Intercom.client().setUserHash(intercomUserHash) // want identityhash
        Intercom.client().loginIdentifiedUser(Registration.create().withUserId(accountId))
    }

    fun end() {
        Intercom.client().logout()
        Log.i("Chat", "logout")
    }
}

interface ChatApi {
    suspend fun hash(accountId: String): String
}
