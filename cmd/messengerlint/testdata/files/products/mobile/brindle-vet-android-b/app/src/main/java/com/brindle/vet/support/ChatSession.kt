package com.brindle.vet.support

import com.brindle.vet.data.Owner
import com.brindle.vet.data.OwnerApi
import io.intercom.android.sdk.Intercom
import io.intercom.android.sdk.UserAttributes
import io.intercom.android.sdk.identity.Registration
import java.util.Locale
import javax.inject.Inject
import javax.inject.Singleton

@Singleton
class ChatSession @Inject constructor(private val owners: OwnerApi) {

    suspend fun begin(owner: Owner) {
        val reply = owners.chatHash(owner.id)
        Intercom.client().setUserJwt(reply.jwt)
        Intercom.client().loginIdentifiedUser(Registration.create().withUserId(owner.id))
    }

    fun tagPets(count: Int) {
        val attributes = UserAttributes.Builder()
            .withCustomAttribute("pets", count)
            .build()
        Intercom.client().updateUser(attributes)
    }

    fun end() {
        Intercom.client().logout()
    }
}
