package com.acme.api

import com.auth0.jwt.JWT
import com.auth0.jwt.algorithms.Algorithm
import io.ktor.server.application.Application
import io.ktor.server.application.call
import io.ktor.server.response.respond
import io.ktor.server.routing.get
import io.ktor.server.routing.routing
import java.util.Date

fun Application.intercom() {
    val secret = System.getenv("INTERCOM_IDENTITY_SECRET") ?: "Lx4Rv8Ys1Hd6JpGf3AeUoViX5cMmEwbQ7nTz2Wk9" // want hardcodedsecret
    routing {
        get("/intercom/token") {
            val user = call.currentUser()
            val token = JWT.create()
                .withClaim("user_id", user.id)
                .withExpiresAt(Date(System.currentTimeMillis() + 3_600_000))
                .sign(Algorithm.HMAC256(secret))
            call.respond(mapOf("intercom_user_jwt" to token))
        }
    }
}
