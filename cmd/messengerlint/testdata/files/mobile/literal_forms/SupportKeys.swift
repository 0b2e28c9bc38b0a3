import Foundation

enum Keys: String {
    case intercomAppId = "k3m9q1zx"
    case intercomIdentitySecret = "kP9wLx2RVb7Nq5Ty8Hc1Jd6SfGaU3eMoQi0XwKz4" // want hardcodedsecret
}

struct Env {
    var intercomJWTSecret: String { "P9wLx2RVb7Nq5Ty8Hc1Jd6SfGaU3eMoQi0XwKz4k" } // want hardcodedsecret
    let map: [String: String] = ["INTERCOM_HMAC_SECRET": "9wLx2RVb7Nq5Ty8Hc1Jd6SfGaU3eMoQi0XwKz4kP", "INTERCOM_CLIENT_SECRET": "wLx2RVb7Nq5Ty8Hc1Jd6SfGaU3eMoQi0XwKz4kP9"] // want hardcodedsecret
    static let shared = Env.make(intercomSigningSecret: "Lx2RVb7Nq5Ty8Hc1Jd6SfGaU3eMoQi0XwKz4kP9w") // want hardcodedsecret
    static func make(intercomSigningSecret: String = "x2RVb7Nq5Ty8Hc1Jd6SfGaU3eMoQi0XwKz4kP9wL") -> Env { Env() } // want hardcodedsecret
    func read() -> String {
        if let s = ProcessInfo.processInfo.environment["INTERCOM_IDENTITY_SECRET"] { return s }
        return UserDefaults.standard.string(forKey: "intercom_identity_secret") ?? ""
    }
    func flavour(_ f: Flavour) -> String {
        let intercomSecretKey: String
        switch f {
        case .prod: intercomSecretKey = "2RVb7Nq5Ty8Hc1Jd6SfGaU3eMoQi0XwKz4kP9wLx" // want hardcodedsecret
        case .dev: intercomSecretKey = "your_intercom_secret_key"
        }
        return intercomSecretKey
    }
}
