package com.acme.app.ui

import com.acme.app.support.IntercomManager

class LoginScreen(private val intercomManager: IntercomManager) {
    fun onLogin(user: User) {
        intercomManager.loginIdentifiedUser(user.id, user.email)
    }
}
