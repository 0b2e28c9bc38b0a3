package com.acme.api

import com.auth0.jwt.JWT
import com.auth0.jwt.algorithms.Algorithm
import io.ktor.server.application.ApplicationCall
import io.ktor.server.response.respond

suspend fun ApplicationCall.messengerToken(user: User) {
    val jwt = JWT.create()
        .withClaim("user_id", user.id)
        .sign(Algorithm.HMAC256("hunter2-and-some-more")) // want hardcodedsecret
    respond(mapOf("intercom_user_jwt" to jwt))
}

suspend fun ApplicationCall.sessionToken(user: User) {
    val jwt = JWT.create()
        .withClaim("sub", user.id)
        .sign(Algorithm.HMAC256("hunter2-and-some-more"))
    respond(mapOf("session" to jwt))
}
