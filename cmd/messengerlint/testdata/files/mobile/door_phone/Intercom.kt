package com.acme.door

class IntercomPanel(private val panel: DoorPanel) {
    fun loginUser(with: Credentials) = panel.open(with)

    fun start(credentials: Credentials) {
        loginUser(with = credentials)
        panel.registerUser(credentials)
        println("intercom token ${credentials.token}")
    }
}
