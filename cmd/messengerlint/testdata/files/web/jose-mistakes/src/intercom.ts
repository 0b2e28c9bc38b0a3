import * as jose from 'jose';

const secret = new TextEncoder().encode(process.env.INTERCOM_IDENTITY_SECRET);

export async function intercomJwtNoExpiry(id: string) {
  return new jose.SignJWT({ user_id: id }) // want missingexpiry
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt()
    .sign(secret);
}

export async function intercomJwtSubject(id: string) {
  return await new jose.SignJWT({}) // want missinguserid
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(id)
    .setExpirationTime('1h')
    .sign(secret);
}

export async function intercomJwt384(id: string) {
  return new jose.SignJWT({ user_id: id })
    .setProtectedHeader({ alg: 'HS384' }) // want signingalg
    .setExpirationTime('1h')
    .sign(secret);
}

export async function intercomJwtYear(id: string) {
  return new jose.SignJWT({ user_id: id })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('1y') // want missingexpiry
    .sign(secret);
}

export async function intercomJwtDate(id: string) {
  return new jose.SignJWT({ user_id: id })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(new Date(Date.now() + 3600_000))
    .sign(secret);
}
