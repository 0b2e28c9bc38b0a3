package com.acme.support

import android.net.Uri
import android.util.Log
import io.intercom.android.sdk.Intercom
import timber.log.Timber

class BadToken(message: String) : Exception(message)

class SupportLog(private val api: Api, private val analytics: FirebaseAnalytics) {
    fun a(intercomJwt: String) {
        if (intercomJwt.isEmpty()) throw IllegalArgumentException("empty jwt")
        if (intercomJwt.length > 9000) throw IOException("too long $intercomJwt") // want secretlog
        if (intercomJwt.length > 9001) throw BadTokenException("too long ${intercomJwt.length}")
        require(intercomJwt.count { it == '.' } == 2) { "odd jwt $intercomJwt" } // want secretlog
        check(intercomJwt.isNotEmpty()) { "odd jwt ${intercomJwt.length}" }
        check(intercomJwt.isNotEmpty()) { "odd jwt $intercomJwt" } // want secretlog
        requireNotNull(intercomJwt) { "no jwt" }
        assert(intercomJwt.isNotEmpty()) { "odd $intercomJwt" } // want secretlog
        error("odd $intercomJwt") // want secretlog
    }
    fun b(intercomJwt: String): Result<Unit> = Result.failure(IllegalStateException("refused $intercomJwt")) // want secretlog
    fun c(intercomJwt: String, base: String): Uri {
        val one = Uri.parse("$base?jwt=$intercomJwt") // want secretlog
        val two = Uri.parse(base).buildUpon().appendQueryParameter("jwt", intercomJwt).build() // want secretlog
        val three = String.format("https://m.acme.app/?a=%s&jwt=%s", base, intercomJwt) // want secretlog
        val four = "https://m.acme.app/?jwt=%s".format(intercomJwt) // want secretlog
        val five = "https://m.acme.app/?n=%d".format(intercomJwt.length)
        return two
    }
    fun d(intercomJwt: String) {
        Firebase.crashlytics.log("jwt $intercomJwt") // want secretlog
        FirebaseCrashlytics.getInstance().setCustomKey("jwt", intercomJwt) // want secretlog
        FirebaseCrashlytics.getInstance().recordException(IllegalStateException("jwt $intercomJwt")) // want secretlog
        Sentry.captureMessage("jwt $intercomJwt") // want secretlog
        analytics.logEvent("login", bundleOf("jwt" to intercomJwt)) // want secretlog
        analytics.logEvent("login") { param("jwt", intercomJwt) } // want secretlog
        analytics.logEvent("login") { param("user", "x") }
        Log.println(Log.DEBUG, "SupportLog", intercomJwt) // want secretlog
        Timber.tag("SupportLog").d("jwt %s", intercomJwt) // want secretlog
        Timber.e(Exception("x"), "jwt $intercomJwt") // want secretlog
        System.err.println(intercomJwt) // want secretlog
        logger.debug { "jwt $intercomJwt" } // want secretlog
        Log.d("SupportLog", "jwt ${intercomJwt.take(4)}")
    }
    suspend fun e() {
        val (token, expiry) = api.supportToken()
        Intercom.client().setUserJwt(token)
        Log.d("SupportLog", "got $token until $expiry") // want secretlog
        Log.d("SupportLog", "until $expiry")
    }
    fun f() {
        api.supportToken().onSuccess { body ->
            Intercom.client().setUserJwt(body.token)
            Log.d("SupportLog", "got ${body.token}") // want secretlog
            Log.d("SupportLog", "got ${body.user}")
        }
    }
    fun g() {
        api.fetchIntercomJwt { jwt ->
            Log.i("SupportLog", jwt) // want secretlog
            Intercom.client().setUserJwt(jwt)
        }
    }
}
