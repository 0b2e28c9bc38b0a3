import Intercom
import os
import FirebaseCrashlytics
import Sentry

enum SupportError: Error { case bad(String); case empty }

final class SupportLog {
    let logger = Logger(subsystem: "a", category: "b")
    func a(_ intercomJwt: String) throws {
        guard intercomJwt.split(separator: ".").count == 3 else {
            throw SupportError.bad("not a JWT: \(intercomJwt)") // want secretlog
        }
        guard !intercomJwt.isEmpty else { throw SupportError.empty }
        precondition(intercomJwt.count < 9000, "too long: \(intercomJwt)") // want secretlog
        precondition(intercomJwt.count < 9000, "too long: \(intercomJwt.count)")
        assert(intercomJwt.hasPrefix("ey"), "odd \(intercomJwt)") // want secretlog
        assertionFailure("odd \(intercomJwt)") // want secretlog
        fatalError("odd \(intercomJwt)") // want secretlog
    }
    func b(_ intercomJwt: String) throws {
        throw NSError(domain: "support", code: 3, userInfo: [NSLocalizedDescriptionKey: "refused \(intercomJwt)"]) // want secretlog
    }
    func c(_ intercomJwt: String) {
        NSException(name: .invalidArgumentException, reason: "bad \(intercomJwt)", userInfo: nil).raise() // want secretlog
        NSException.raise(.invalidArgumentException, format: "bad %@", arguments: getVaList([intercomJwt])) // want secretlog
    }
    func d(_ intercomJwt: String, base: String) -> URL? {
        var parts = URLComponents(string: base)!
        parts.queryItems = [URLQueryItem(name: "jwt", value: intercomJwt)] // want secretlog
        parts.query = "jwt=\(intercomJwt)" // want secretlog
        let one = URL(string: "\(base)?jwt=\(intercomJwt)") // want secretlog
        let two = URL(string: base + "/help?jwt=" + intercomJwt) // want secretlog
        let three = URL(string: String(format: "https://m.acme.app/help?topic=%@&jwt=%@", "a", intercomJwt)) // want secretlog
        let four = URL(string: String(format: "https://m.acme.app/help?topic=%@&len=%d", "a", intercomJwt.count))
        return one ?? two ?? three ?? four
    }
    func e(_ intercomJwt: String) {
        Crashlytics.crashlytics().log("jwt \(intercomJwt)") // want secretlog
        Crashlytics.crashlytics().setCustomValue(intercomJwt, forKey: "jwt") // want secretlog
        SentrySDK.capture(message: "jwt \(intercomJwt)") // want secretlog
        Analytics.logEvent("login", parameters: ["jwt": intercomJwt]) // want secretlog
        Analytics.logEvent("login", parameters: ["has": !intercomJwt.isEmpty])
        dump(intercomJwt) // want secretlog
        Swift.print(intercomJwt) // want secretlog
        os_log(.debug, "jwt %{public}@", intercomJwt) // want secretlog
        logger.info("jwt \(intercomJwt, privacy: .public)") // want secretlog
        logger.notice("jwt \(intercomJwt.prefix(4))")
    }
    func f(done: (Result<Void, Error>) -> Void, intercomJwt: String) {
        done(.failure(NSError(domain: "bad \(intercomJwt)", code: 1))) // want secretlog
        done(.failure(SupportError.bad("refused \(intercomJwt)"))) // want secretlog
    }
    func g() async throws {
        let (token, expiry) = try await api.supportToken()
        Intercom.setUserJwt(token)
        print("got \(token) until \(expiry)") // want secretlog
        print("until \(expiry)")
    }
    func h() {
        api.fetch { result in
            switch result {
            case .success(let body):
                Intercom.setUserJwt(body.token)
                NSLog("body %@", body.token) // want secretlog
                NSLog("user %@", body.user)
            case .failure(let error):
                NSLog("failed %@", error.localizedDescription)
            }
        }
    }
}
