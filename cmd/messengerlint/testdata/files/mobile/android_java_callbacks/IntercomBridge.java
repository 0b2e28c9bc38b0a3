package com.acme.support;

import androidx.annotation.NonNull;
import io.intercom.android.sdk.Intercom;
import io.intercom.android.sdk.identity.Registration;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

public final class IntercomBridge {
    private final SupportService service;

    public IntercomBridge(SupportService service) {
        this.service = service;
    }

    public void signIn(final Account account) {
        service.token(account.getId()).enqueue(new Callback<TokenResponse>() {
            @Override
            public void onResponse(@NonNull Call<TokenResponse> call, @NonNull Response<TokenResponse> response) {
                TokenResponse body = response.body();
                if (body != null) {
                    Intercom.client().setUserJwt(body.getToken());
                    Intercom.client().loginIdentifiedUser(Registration.create().withUserId(account.getId()));
                }
            }

            @Override
            public void onFailure(@NonNull Call<TokenResponse> call, @NonNull Throwable t) {
                Intercom.client().loginIdentifiedUser(Registration.create().withUserId(account.getId())); // want unsignedboot
            }
        });
    }

    public void signInFirst(final Account account) {
        final Registration registration = Registration.create().withUserId(account.getId());
        Intercom.client().registerIdentifiedUser(registration); // want unsignedboot
        service.token(account.getId()).enqueue(new Callback<TokenResponse>() {
            @Override
            public void onResponse(@NonNull Call<TokenResponse> call, @NonNull Response<TokenResponse> response) {
                Intercom.client().setUserJwt(response.body().getToken());
            }

            @Override
            public void onFailure(@NonNull Call<TokenResponse> call, @NonNull Throwable t) {
            }
        });
    }

    public void oneLiners(String jwt, String id) {
        if (jwt != null) Intercom.client().setUserJwt(jwt);
        Intercom.client().loginIdentifiedUser(Registration.create().withUserId(id));
    }

    public void elseBranch(String jwt, String id) {
        Registration registration = Registration.create().withUserId(id);
        if (jwt == null) {
            Intercom.client().loginIdentifiedUser(registration); // want unsignedboot
        } else {
            Intercom.client().setUserJwt(jwt);
            Intercom.client().loginIdentifiedUser(registration);
        }
    }

    public void lambda(java.util.concurrent.Executor executor, String jwt, String id) {
        Intercom.client().setUserJwt(jwt);
        executor.execute(() -> Intercom.client().loginIdentifiedUser(Registration.create().withUserId(id)));
    }
}
