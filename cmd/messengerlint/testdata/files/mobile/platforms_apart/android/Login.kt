package com.acme

import io.intercom.android.sdk.Intercom
import io.intercom.android.sdk.identity.Registration

fun signIn(user: User) {
    Intercom.client().loginIdentifiedUser(Registration.create().withUserId(user.id)) // want unsignedboot
}
