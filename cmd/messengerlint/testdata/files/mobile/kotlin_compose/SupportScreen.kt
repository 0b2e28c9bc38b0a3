package com.acme.app.ui.support

import androidx.compose.material3.Button
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import io.intercom.android.sdk.Intercom
import io.intercom.android.sdk.identity.Registration

@Composable
fun SupportScreen(viewModel: SupportViewModel) {
    val session by viewModel.session.collectAsState()

    LaunchedEffect(session.userId) {
        val token = viewModel.fetchToken() ?: return@LaunchedEffect
        Intercom.client().setUserJwt(token)
        Intercom.client().loginIdentifiedUser(
            userRegistration = Registration.create().withUserId(session.userId),
        )
    }

    Button(onClick = { Intercom.client().present() }) {
        Text("Chat with us")
    }
}

@Composable
fun LegacySupportScreen(viewModel: SupportViewModel) {
    val session by viewModel.session.collectAsState()

    Button(
        onClick = {
            Intercom.client().loginIdentifiedUser( // want unsignedboot
                userRegistration = Registration.create().withUserId(session.userId),
            )
            viewModel.fetchToken { Intercom.client().setUserJwt(it) }
            Intercom.client().present()
        },
    ) {
        Text("Chat with us")
    }
}
