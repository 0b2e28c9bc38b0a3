package com.acme.support

import com.auth0.jwt.JWT
import com.auth0.jwt.algorithms.Algorithm
import io.micronaut.context.annotation.Value
import io.micronaut.http.annotation.Controller
import io.micronaut.http.annotation.Get
import io.micronaut.security.authentication.Authentication
import java.time.Instant
import org.slf4j.LoggerFactory

@Controller("/intercom")
class TokenController(
    @Value("\${intercom.identity-secret}") private val secret: String,
) {
    private val log = LoggerFactory.getLogger(javaClass)

    @Get("/token")
    fun token(authentication: Authentication): Map<String, String> {
        val jwt = JWT.create()
            .withClaim("user_id", authentication.name)
            .withExpiresAt(Instant.now().plusSeconds(3600))
            .sign(Algorithm.HMAC256(secret))
        log.info("minted an Intercom token for {}", authentication.name)
        return mapOf("intercom_user_jwt" to jwt)
    }
}
