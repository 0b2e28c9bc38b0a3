import hashlib, hmac

def verify_intercom_webhook(body, header):
    expected = "sha1=" + hmac.new(b"tjVGwj4AaAOn5HRRHsuEtO20j2IeXOtG-OZO5tT2", body, hashlib.sha1).hexdigest()
    return hmac.compare_digest(expected, header)
