import Foundation

enum Config {
    private static var info: [String: Any] { Bundle.main.infoDictionary ?? [:] }

    static var appID: String { Bundle.main.infoDictionary?["INTERCOM_APP_ID"] as? String ?? "" }
    static var apiKey: String { Bundle.main.infoDictionary?["INTERCOM_API_KEY"] as? String ?? "" }
    static var secret: String { Bundle.main.infoDictionary?["INTERCOM_IDENTITY_SECRET"] as? String ?? "" }
    static var signing: String { Bundle.main.infoDictionary?["INTERCOM_SIGNING_SECRET"] as? String ?? "Lz9Rk4WbN8sYc1HdJ6pGfA3eUoVtQ5iBnqX7vT2m" } // want hardcodedsecret
    static var local: String { ProcessInfo.processInfo.environment["INTERCOM_HMAC_SECRET"] ?? "" }
    static var other: String { info["STRIPE_SECRET"] as? String ?? "" }

    static let fallback: String = {
        guard let path = Bundle.main.path(forResource: "Keys", ofType: "plist"),
              let keys = NSDictionary(contentsOfFile: path) as? [String: String] else { return "" }
        return keys["IntercomVerificationSecret"] ?? ""
    }()
}
