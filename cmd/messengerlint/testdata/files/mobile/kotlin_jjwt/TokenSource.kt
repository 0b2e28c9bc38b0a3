package com.acme.app.support

import android.util.Base64
import io.intercom.android.sdk.Intercom
import io.jsonwebtoken.Jwts
import io.jsonwebtoken.security.Keys
import java.util.Date
import javax.inject.Inject

class TokenSource @Inject constructor(private val config: RemoteConfig) {
    private fun sign(userId: String, secret: String): String =
        Jwts.builder()
            .claim("user_id", userId)
            .setExpiration(Date(System.currentTimeMillis() + 60 * 60 * 1000))
            .signWith(Keys.hmacShaKeyFor(secret.toByteArray()))
            .compact()

    fun start(userId: String) {
        val jwt = sign(userId, config.getString("intercom_signing_secret")) // want frontendkey
        Intercom.client().setUserJwt(jwt)
    }

    fun widget(userId: String): String = sign(userId, config.getString("widget_key"))
}
