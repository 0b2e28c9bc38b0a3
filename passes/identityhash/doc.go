// report legacy HMAC identity verification and its misuse.
package identityhash
