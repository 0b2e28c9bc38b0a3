import Combine
import Intercom
import SwiftUI

@MainActor
final class SessionViewModel: ObservableObject {
    @Published private(set) var user: User?
    private var cancellables = Set<AnyCancellable>()
    private let service: SessionServicing

    init(service: SessionServicing = SessionService.live) {
        self.service = service
        service.tokenPublisher
            .receive(on: DispatchQueue.main)
            .sink { completion in
                if case let .failure(error) = completion { Log.report(error) }
            } receiveValue: { [weak self] token in
                Intercom.setUserJwt(token)
                self?.identify()
            }
            .store(in: &cancellables)
    }

    private func identify() {
        guard let user = user else { return }
        let attributes = ICMUserAttributes()
        attributes.userId = user.id
        attributes.email = user.email
        Intercom.loginUser(with: attributes)
    }
}
