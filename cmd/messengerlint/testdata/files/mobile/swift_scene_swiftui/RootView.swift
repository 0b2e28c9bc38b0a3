import Intercom
import SwiftUI

struct RootView: View {
    @EnvironmentObject var session: Session

    var body: some View {
        TabView {
            HomeView()
                .tabItem { Label("Home", systemImage: "house") }
            SupportView()
                .tabItem { Label("Support", systemImage: "bubble.left") }
        }
        .onAppear {
            let attributes = ICMUserAttributes()
            attributes.userId = session.userID
            Intercom.loginUser(with: attributes) { result in // want unsignedboot
                if case .failure(let error) = result {
                    print(error)
                }
            }
        }
        .onChange(of: session.state) { newState in
            switch newState {
            case .loggedOut:
                Intercom.logout()
            default:
                break
            }
        }
    }
}
