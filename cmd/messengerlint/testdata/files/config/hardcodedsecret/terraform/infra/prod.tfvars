instance_count          = 3
intercom_jwt_secret     = "F2NgnVN2A7ah1XXvgJ6DqRr4XkWxCfN1Z6IqrLUt"
intercom_webhook_secret = "etPD3iEIETGrckgxPoFBelr3j4_B41bCSp3fydYJ"
