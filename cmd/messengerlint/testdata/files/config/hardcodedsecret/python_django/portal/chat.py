import hashlib
import hmac


def intercom_user_hash(user):
    return hmac.new(
        b"8sueNsfPihjsWAuyq0xtR1Fx5RaprmvtCBKFuZtR", str(user.pk).encode(), digestmod=hashlib.sha256
    ).hexdigest()
