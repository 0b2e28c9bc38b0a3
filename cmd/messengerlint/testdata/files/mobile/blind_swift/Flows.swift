import Intercom
import UIKit

final class Flows {
    static let shared = Flows()
    private var jwt: String?
    private init() {}

    private var attributes: ICMUserAttributes {
        let value = ICMUserAttributes()
        value.userId = Session.current.userId
        return value
    }

    func emptyCheck() {
        let token = jwt ?? ""
        if token.isEmpty {
            Intercom.loginUser(with: attributes) // want unsignedboot
            return
        }
        Intercom.setUserJwt(token)
        Intercom.loginUser(with: attributes)
    }

    func resultHandler() {
        TokenAPI.load { [attributes] result in
            do {
                Intercom.setUserJwt(try result.get())
                Intercom.loginUser(with: attributes)
            } catch {
                NSLog("token: \(error)")
                Intercom.loginUser(with: attributes) // want unsignedboot
            }
        }
    }

    func operation() {
        OperationQueue.main.addOperation {
            Intercom.setUserJwt(self.jwt!)
        }
        OperationQueue.main.addOperation {
            Intercom.loginUser(with: self.attributes)
        }
    }

    func animated() {
        UIView.animate(withDuration: 0.2, animations: {
            self.view?.alpha = 1
        }, completion: { _ in
            Intercom.setUserJwt(self.jwt ?? "")
            Intercom.loginUser(with: self.attributes)
        })
    }

    func logged() {
        print("jwt", jwt ?? "none") // want secretlog
        print("jwt", jwt == nil ? "missing" : "there")
        assert(jwt != nil, "no jwt")
    }

    weak var view: UIView?
}

extension Flows {
    func hashed(_ hash: String) {
        Intercom.setUserHash(hash) // want identityhash
        Intercom.loginUser(with: attributes)
    }

    func hashedUpper(_ hash: String) {
        let upper = hash.uppercased() // want identityhash
        Intercom.setUserHash(upper)
        Intercom.loginUser(with: attributes)
    }
}
