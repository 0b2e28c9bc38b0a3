def intercom_jwt_secret():
    intercom_jwt_secret = load_intercom_identity_verification_secret()
    intercom_secret_key = settings.INTERCOM_IDENTITY_VERIFICATION_SECRET_KEY
    return intercom_jwt_secret or intercom_secret_key
