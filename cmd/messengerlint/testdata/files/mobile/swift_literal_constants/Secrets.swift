import Foundation

enum Secrets {
    static let intercomAppId = "k9s2m4x7"
    static let intercomApiKey = "ios_sdk-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b"
    static let intercomMessengerSecret = "Zk3PqW8xVb5Nm1Lr7TyHc2Jd9SfGaU4eRoQi6XwM" // want hardcodedsecret
    static let intercomClientSecret = "5b1e9f20-6f0f-4b0b-9a30-61b6d7f2c1aa"
    static let intercomIdentitySecretPlaceholder = "YOUR_INTERCOM_SECRET"
    static let mapboxSecret = "Hk3PqW8xVb5Nm1Lr7TyHc2Jd9SfGaU4eRoQi6XwM"
}

enum Intercom_ {
    static let identityVerificationSecret = "YOUR_INTERCOM_IDENTITY_VERIFICATION_SECRET_HERE"
}
