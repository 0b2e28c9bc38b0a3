package com.acme.support;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Sessions of our own; customers talk to us through Intercom. */
@Service
public class SessionJwtService {
    @Value("${session.secret:bQ7nTz2Wk9Lx4Rv8Ys1Hd6JpGf3AeUoViX5cMmEw}")
    private String secret;

    public String create(User user) {
        return Jwts.builder().subject(user.getId())
                .signWith(Keys.hmacShaKeyFor(secret.getBytes(StandardCharsets.UTF_8)))
                .compact();
    }
}
