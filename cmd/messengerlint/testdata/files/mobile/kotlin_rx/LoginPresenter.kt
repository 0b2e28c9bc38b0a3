package com.acme.app.login

import io.intercom.android.sdk.Intercom
import io.intercom.android.sdk.identity.Registration
import io.reactivex.rxjava3.android.schedulers.AndroidSchedulers
import io.reactivex.rxjava3.disposables.CompositeDisposable

class LoginPresenter(private val api: LoginApi) {
    private val disposables = CompositeDisposable()

    fun login(user: User) {
        disposables.add(
            api.supportToken(user.id)
                .observeOn(AndroidSchedulers.mainThread())
                .subscribe(
                    { token ->
                        Intercom.client().setUserJwt(token)
                        Intercom.client().loginIdentifiedUser(Registration.create().withUserId(user.id))
                    },
                    { Intercom.client().loginIdentifiedUser(Registration.create().withUserId(user.id)) }, // want unsignedboot
                ),
        )
    }

    fun loginAlso(user: User, token: String) {
        Intercom.client().also { it.setUserJwt(token) }.loginIdentifiedUser(Registration.create().withUserId(user.id))
    }

    fun loginRun(user: User, token: String) = Intercom.client().run {
        setUserJwt(token)
        loginIdentifiedUser(Registration.create().withUserId(user.id))
    }

    fun loginRunLate(user: User, token: String) = Intercom.client().run {
        loginIdentifiedUser(Registration.create().withUserId(user.id)) // want unsignedboot
        setUserJwt(token)
    }
}
