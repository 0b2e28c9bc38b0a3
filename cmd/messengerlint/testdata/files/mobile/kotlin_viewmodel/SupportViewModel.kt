package com.acme.app.support

import androidx.lifecycle.ViewModel
import androidx.lifecycle.viewModelScope
import dagger.hilt.android.lifecycle.HiltViewModel
import io.intercom.android.sdk.Intercom
import io.intercom.android.sdk.IntercomError
import io.intercom.android.sdk.IntercomStatusCallback
import io.intercom.android.sdk.identity.Registration
import javax.inject.Inject
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.catch
import kotlinx.coroutines.flow.collect
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext

@HiltViewModel
class SupportViewModel @Inject constructor(
    private val repository: SupportRepository,
    private val intercom: Intercom,
) : ViewModel() {

    private val _state = MutableStateFlow<SupportState>(SupportState.Idle)

    fun open(userId: String) = viewModelScope.launch {
        _state.update { SupportState.Loading }
        runCatching { withContext(Dispatchers.IO) { repository.token(userId) } }
            .onSuccess { token ->
                intercom.setUserJwt(token.value)
                intercom.loginIdentifiedUser(
                    Registration.create().withUserId(userId),
                    object : IntercomStatusCallback {
                        override fun onSuccess() = _state.update { SupportState.Ready }
                        override fun onFailure(intercomError: IntercomError) = _state.update { SupportState.Failed }
                    },
                )
            }
            .onFailure {
                intercom.loginIdentifiedUser(Registration.create().withUserId(userId)) // want unsignedboot
            }
    }

    fun observe(userId: String) {
        viewModelScope.launch {
            repository.tokens(userId)
                .catch { emit(null) }
                .collect { token ->
                    if (token != null) {
                        intercom.setUserJwt(token.value)
                    }
                    intercom.loginIdentifiedUser(Registration.create().withUserId(userId))
                }
        }
    }
}
