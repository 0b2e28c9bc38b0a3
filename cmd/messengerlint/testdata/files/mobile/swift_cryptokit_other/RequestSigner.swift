import CryptoKit
import Foundation
import Intercom

/// Signs requests to our own gateway. Nothing here is for the Messenger.
struct RequestSigner {
    private let deviceSecret: String

    init(deviceSecret: String) {
        self.deviceSecret = deviceSecret
    }

    func signature(for body: Data) -> String {
        let key = SymmetricKey(data: Data(deviceSecret.utf8))
        let mac = HMAC<SHA256>.authenticationCode(for: body, using: key)
        return Data(mac).base64EncodedString()
    }

    func logEvent(_ name: String) {
        Intercom.logEvent(withName: name)
    }
}
