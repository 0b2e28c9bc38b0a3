import time

import jwt


def intercom_settings(member):
    token = jwt.encode({"user_id": str(member.pk), "exp": int(time.time()) + 900}, "SfGaU3eMoQi0XwKz4kP9wLx2RVb7Nq5Ty8Hc1Jd6", algorithm="HS256")
    return {"app_id": "k3m9q1zx", "intercom_user_jwt": token}
