import jwt


def ticket(member, name):
    return jwt.encode({"sub": str(member.pk), "file": name}, "Ty8Hc1Jd6SfGaU3eMoQi0XwKz4kP9wLx2RVb7Nq5", algorithm="HS256")
