package com.acme.app.session

import io.intercom.android.sdk.Intercom
import io.intercom.android.sdk.IntercomStatusCallback
import io.intercom.android.sdk.identity.Registration
import javax.inject.Inject
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext

class SessionManager @Inject constructor(
    private val api: SupportApi,
    private val scope: CoroutineScope,
    private val dispatchers: AppDispatchers,
) {
    suspend fun start(user: User) {
        val jwt = withContext(dispatchers.io) { api.messengerToken(user.id) }
        Intercom.client().setUserJwt(jwt)
        Intercom.client().loginIdentifiedUser(Registration.create().withUserId(user.id))
    }

    fun startScoped(user: User, jwt: String) {
        Intercom.client().apply {
            setUserJwt(jwt)
            loginIdentifiedUser(Registration.create().withUserId(user.id).withEmail(user.email))
        }
    }

    fun startScopedWrong(user: User, jwt: String) {
        with(Intercom.client()) {
            loginIdentifiedUser(Registration.create().withUserId(user.id)) // want unsignedboot
            setUserJwt(jwt)
        }
    }

    fun startLet(user: User, jwt: String?) {
        val client = Intercom.client()
        jwt?.let { client.setUserJwt(it) }
        client.loginIdentifiedUser(Registration.create().withUserId(user.id))
    }

    fun startElvis(user: User, jwt: String?) {
        val registration = Registration.create().withUserId(user.id)
        jwt?.let {
            Intercom.client().setUserJwt(it)
            Intercom.client().loginIdentifiedUser(registration)
        } ?: run {
            Intercom.client().loginIdentifiedUser(registration) // want unsignedboot
        }
    }

    fun startLaunched(user: User) {
        scope.launch {
            Intercom.client().setUserJwt(api.messengerToken(user.id))
        }
        Intercom.client().loginIdentifiedUser( // want unsignedboot
            Registration.create().withUserId(user.id),
        )
    }

    fun startInsideLaunch(user: User) {
        scope.launch {
            Intercom.client().setUserJwt(api.messengerToken(user.id))
            Intercom.client().loginIdentifiedUser(
                Registration.create().withUserId(user.id),
            )
        }
    }

    fun startWhen(user: User, state: TokenState) {
        val registration = Registration.create().withUserId(user.id)
        when (state) {
            is TokenState.Ready -> {
                Intercom.client().setUserJwt(state.token)
                Intercom.client().loginIdentifiedUser(registration)
            }
            TokenState.Missing -> Intercom.client().loginIdentifiedUser(registration) // want unsignedboot
            TokenState.Anonymous -> Intercom.client().loginUnidentifiedUser()
        }
    }

    fun startCallback(user: User, jwt: String) {
        Intercom.client().loginIdentifiedUser( // want unsignedboot
            Registration.create().withUserId(user.id),
            object : IntercomStatusCallback {
                override fun onSuccess() {
                    Intercom.client().setUserJwt(jwt)
                }

                override fun onFailure(intercomError: IntercomError) = Unit
            },
        )
    }

    fun tryCatch(user: User) {
        val registration = Registration.create().withUserId(user.id)
        try {
            val jwt = api.messengerTokenBlocking(user.id)
            Intercom.client().setUserJwt(jwt)
            Intercom.client().loginIdentifiedUser(registration)
        } catch (e: IOException) {
            Intercom.client().loginIdentifiedUser(registration) // want unsignedboot
        }
    }

    fun anonymous() {
        Intercom.client().loginUnidentifiedUser()
    }

    fun logout() = Intercom.client().logout()
}
