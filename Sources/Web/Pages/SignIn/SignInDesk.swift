import Agreements
import OpenID
import Register
import Secrets

/// What signing in needs to remember between requests: who has tried, and what is under way.
actor SignInDesk {
    nonisolated let passwords: PasswordDesk
    /// Nil where nobody vouches for people.
    nonisolated let provider: Provider?
    private var guards = SignInGuard()

    init(_ settings: SignInPolicy) {
        passwords = PasswordDesk(cost: settings.passwordCost)
        provider = settings.provider.map(Provider.init)
    }

    func decide(_ origin: SignInGuard.Origin, at now: Instant) -> SignInGuard.Decision {
        guards.decide(origin, at: now)
    }

    func succeeded(_ origin: SignInGuard.Origin) { guards.succeeded(origin) }
}
