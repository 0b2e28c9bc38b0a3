import UIKit
import Intercom

@main
final class AppDelegate: UIResponder, UIApplicationDelegate {
    var window: UIWindow?

    func application(
        _ application: UIApplication,
        didFinishLaunchingWithOptions launchOptions: [UIApplication.LaunchOptionsKey: Any]?
    ) -> Bool {
        Intercom.setApiKey("ios_sdk-0123456789abcdef0123456789abcdef01234567", forAppId: "x1y2z3a4")
        if let user = SessionStore.shared.currentUser {
            let attributes = ICMUserAttributes()
            attributes.userId = user.id
            attributes.email = user.email
            Intercom.loginUser(with: attributes) { result in // want unsignedboot
                switch result {
                case .success:
                    print("Intercom ready for \(user.name)")
                case .failure(let error):
                    print("Intercom failed: \(error.localizedDescription)")
                }
            }
        } else {
            Intercom.loginUnidentifiedUser()
        }
        return true
    }
}
