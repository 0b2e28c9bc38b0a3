package com.acme.app.support

import android.content.Context
import com.acme.app.R
import com.acme.app.util.hmacSha256
import io.intercom.android.sdk.Intercom
import io.intercom.android.sdk.identity.Registration

class SupportInitializer(private val context: Context) {
    fun identify(user: User) {
        val key = context.getString(R.string.intercom_identity_secret)
        Intercom.client().setUserHash(user.id.hmacSha256(key)) // want frontendkey, identityhash
        Intercom.client().loginIdentifiedUser(Registration.create().withUserId(user.id))
    }

    fun label(): String = context.getString(R.string.intercom_chat_title)
}
