package com.acme.android.support;

import android.app.Application;
import io.intercom.android.sdk.Intercom;
import io.intercom.android.sdk.identity.Registration;
import io.reactivex.rxjava3.core.Single;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Singleton;

@Singleton
public class SupportManager implements Support {

    private final Application application;
    private final TokenApi tokens;

    @Inject
    SupportManager(Application application, TokenApi tokens) {
        this.application = application;
        this.tokens = tokens;
    }

    @Override
    public void login(User user) {
        Single<String> single = tokens.forUser(user.getId());
        single.subscribe(this::apply, error -> { });
        identify(user);
    }

    private void apply(String token) {
        Intercom.client().setUserJwt(token);
    }

    private void identify(User user) {
        Intercom.client().loginIdentifiedUser(Registration.create().withUserId(user.getId()));
    }

    public void optional(User user, Optional<String> token) {
        token.ifPresent(Intercom.client()::setUserJwt);
        Intercom.client().loginIdentifiedUser(Registration.create().withUserId(user.getId()));
    }

    public void optionalElse(User user, Optional<String> token) {
        Registration registration = Registration.create().withUserId(user.getId());
        token.ifPresentOrElse(
                value -> {
                    Intercom.client().setUserJwt(value);
                    Intercom.client().loginIdentifiedUser(registration);
                },
                () -> Intercom.client().loginIdentifiedUser(registration)); // want unsignedboot
    }

    public void ternary(User user, String token) {
        Intercom client = Intercom.client();
        Registration registration = Registration.create().withUserId(user.getId());
        switch (user.getKind()) {
            case VERIFIED:
                client.setUserJwt(token);
                client.loginIdentifiedUser(registration);
                break;
            case GUEST:
                client.loginUnidentifiedUser();
                break;
            default:
                client.loginIdentifiedUser(registration); // want unsignedboot
        }
    }
}
