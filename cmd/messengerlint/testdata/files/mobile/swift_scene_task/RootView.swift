import Intercom
import SwiftUI

struct RootView: View {
    @EnvironmentObject var session: Session

    var body: some View {
        HomeView()
            .task {
                do {
                    let jwt = try await session.supportJWT()
                    Intercom.setUserJwt(jwt)
                    let attributes = ICMUserAttributes()
                    attributes.userId = session.userID
                    try await Intercom.loginUser(with: attributes)
                } catch {
                    Intercom.loginUnidentifiedUser()
                }
            }
    }
}
