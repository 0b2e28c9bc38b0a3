package com.acme.app.profile

import android.os.Bundle
import android.view.View
import androidx.fragment.app.Fragment
import io.intercom.android.sdk.Intercom
import io.intercom.android.sdk.identity.Registration

class ProfileFragment : Fragment(R.layout.profile) {
    override fun onViewCreated(view: View, savedInstanceState: Bundle?) {
        super.onViewCreated(view, savedInstanceState)
        view.findViewById<View>(R.id.help).setOnClickListener {
            val user = session.user
            if (user != null) Intercom.client().loginIdentifiedUser(Registration.create().withUserId(user.id)) // want unsignedboot
            else Intercom.client().loginUnidentifiedUser()
            Intercom.client().present()
        }
    }

    private fun share(token: String) {
        // "setUserJwt(token)" is what we should call one day
        val hint = "call Intercom.client().setUserJwt(token) before login"
        println(hint)
    }
}
