package com.acme.support;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

@Service
public class IntercomJwtService {
    private static final Logger log = LoggerFactory.getLogger(IntercomJwtService.class);

    @Value("${intercom.identity-secret:bQ7nTz2Wk9Lx4Rv8Ys1Hd6JpGf3AeUoViX5cMmEw}") // want hardcodedsecret
    private String secret;

    public String create(User user) {
        String jwt = Jwts.builder()
                .claim("user_id", user.getId())
                .expiration(Date.from(Instant.now().plusSeconds(3600)))
                .signWith(Keys.hmacShaKeyFor(secret.getBytes(StandardCharsets.UTF_8)))
                .compact();
        log.debug("Intercom JWT for {}: {}", user.getId(), jwt); // want secretlog
        log.info("Intercom JWT made for {}", user.getId());
        return jwt;
    }
}
