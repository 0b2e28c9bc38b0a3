package com.acme.android.ui;

import android.os.Bundle;
import android.text.TextUtils;
import androidx.appcompat.app.AppCompatActivity;
import com.google.firebase.auth.FirebaseAuth;
import com.google.firebase.functions.FirebaseFunctions;
import io.intercom.android.sdk.Intercom;
import io.intercom.android.sdk.identity.Registration;
import java.util.Map;

public class LoginActivity extends AppCompatActivity {
    private FirebaseFunctions functions;

    @Override
    protected void onCreate(Bundle savedInstanceState) {
        super.onCreate(savedInstanceState);
        functions = FirebaseFunctions.getInstance();
    }

    private void onSignedIn(String uid) {
        functions.getHttpsCallable("intercomToken")
                .call()
                .addOnSuccessListener(result -> {
                    Map<String, Object> data = (Map<String, Object>) result.getData();
                    Intercom.client().setUserJwt((String) data.get("token"));
                    Intercom.client().loginIdentifiedUser(Registration.create().withUserId(uid));
                })
                .addOnFailureListener(e -> {
                    Intercom.client().loginUnidentifiedUser();
                });
    }

    private void onSignedInTooEarly(String uid) {
        functions.getHttpsCallable("intercomToken")
                .call()
                .addOnSuccessListener(result -> Intercom.client().setUserJwt((String) result.getData()));
        Registration registration = Registration.create().withUserId(uid);
        Intercom.client().loginIdentifiedUser(registration); // want unsignedboot
    }

    private void onToken(String token, String uid) {
        if (TextUtils.isEmpty(token)) {
            return;
        }
        Intercom.client().setUserJwt(token);
        Intercom.client().loginIdentifiedUser(new Registration().withUserId(uid));
    }

    private void onNoToken(String uid) {
        Intercom.client().setUserJwt(null);
        Intercom.client().loginIdentifiedUser(new Registration().withUserId(uid)); // want unsignedboot
    }
}
