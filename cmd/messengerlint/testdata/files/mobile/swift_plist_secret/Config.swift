import Foundation

enum Config {
    private static var info: [String: Any] { Bundle.main.infoDictionary ?? [:] }

    static var appID: String { Bundle.main.infoDictionary?["INTERCOM_APP_ID"] as? String ?? "" }
    static var apiKey: String { Bundle.main.infoDictionary?["INTERCOM_API_KEY"] as? String ?? "" }
    static var secret: String { Bundle.main.infoDictionary?["INTERCOM_IDENTITY_SECRET"] as? String ?? "" } // want frontendkey
    static var other: String { info["STRIPE_SECRET"] as? String ?? "" }

    static let fallback: String = {
        guard let path = Bundle.main.path(forResource: "Keys", ofType: "plist"),
              let keys = NSDictionary(contentsOfFile: path) as? [String: String] else { return "" }
        return keys["IntercomVerificationSecret"] ?? "" // want frontendkey
    }()
}
