package com.acme.support;

import org.springframework.stereotype.Component;

@Component
public class OauthController {
    private static final String INTERCOM_CLIENT_SECRET = "Gf3AeUoV-iX5c-MmEw-bQ7n-Tz2Wk9Lx4Rv8Ys1Hd6Jp";
    private static final String INTERCOM_WEBHOOK_SECRET = "Gf3AeUoViX5cMmEwbQ7nTz2Wk9Lx4Rv8Ys1Hd6Jp";
    private static final String INTERCOM_SECRET_NAME = "Gf3AeUoViX5cMmEwbQ7nTz2Wk9Lx4Rv8Ys1Hd6Jp";
    private static final String INTERCOM_IDENTITY_SECRET = "changeme-changeme-changeme-changeme-change";
}
