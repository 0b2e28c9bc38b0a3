package com.acme.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.apache.commons.codec.digest.HmacUtils;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@Path("/intercom")
@ApplicationScoped
public class IntercomResource {
    @ConfigProperty(name = "intercom.verification-secret")
    String secret;

    @GET
    public Map<String, String> settings() {
        User user = currentUser();
        String hash = HmacUtils.hmacSha256Hex(secret, user.getId()); // want identityhash
        return Map.of("user_id", user.getId(), "user_hash", hash);
    }

    @GET
    @Path("/legacy")
    public Map<String, String> legacy() {
        User user = currentUser();
        return Map.of("user_id", user.getId(), "user_hash", HmacUtils.hmacSha1Hex(secret, user.getId())); // want identityhash
    }

    @GET
    @Path("/etag")
    public String etag(String body) {
        return HmacUtils.hmacSha256Hex(etagKey, body);
    }
}
