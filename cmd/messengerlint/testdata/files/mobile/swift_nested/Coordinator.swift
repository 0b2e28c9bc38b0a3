import Firebase
import Intercom
import UIKit

class AppCoordinator: NSObject {
    var window: UIWindow?
    fileprivate let store = TokenStore()

    // Nested handlers: the token arrives inside two of them.
    func restore() {
        Auth.auth().addStateDidChangeListener { [weak self] _, firebaseUser in
            guard let self = self, let firebaseUser = firebaseUser else {
                Intercom.logout()
                Intercom.loginUnidentifiedUser()
                return
            }
            firebaseUser.getIDToken { idToken, error in
                guard let idToken = idToken, error == nil else { return }
                self.store.exchange(idToken) { (result: Result<String, Error>) in
                    DispatchQueue.main.async {
                        if case let .success(intercomToken) = result {
                            Intercom.setUserJwt(intercomToken)
                            Intercom.loginUser(with: self.attributes(firebaseUser))
                        }
                    }
                }
            }
        }
    }

    func restoreWrong() {
        Auth.auth().addStateDidChangeListener { [weak self] _, firebaseUser in
            guard let self = self, let firebaseUser = firebaseUser else { return }
            firebaseUser.getIDToken { idToken, _ in
                self.store.exchange(idToken ?? "") { (result: Result<String, Error>) in
                    DispatchQueue.main.async {
                        if case let .success(intercomToken) = result {
                            Intercom.setUserJwt(intercomToken)
                        }
                    }
                }
                Intercom.loginUser(with: self.attributes(firebaseUser)) // want unsignedboot
            }
        }
    }

    private func attributes(_ user: FirebaseAuth.User) -> ICMUserAttributes {
        let a = ICMUserAttributes()
        a.userId = user.uid
        a.signedUpAt = Date()
        return a
    }
}
