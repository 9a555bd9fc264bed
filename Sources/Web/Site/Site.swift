import Agreements
import Coordination
import Hummingbird
import Logging
import Register
import Rules
import Tasks

/// The pages: every section with its addresses, and what they all work on.
package struct Site: Sendable {
    /// The whole site, in the order of the menu.
    static let sections: [any Section.Type] = [
        ShellSection.self,
        SignIn.self,
        MySettings.self,
        MyDay.self,
        AgreementsPage.self,
        AgreementPages.self,
        Region.self,
        Norway.self,
        EvaluationsPage.self,
        ReportsPage.self,
        CalendarPages.self,
        TasksPage.self,
        Handovers.self,
        AnswerPages.self,
        NoticesPage.self,
        Administration.self,
        Help.self,
        Respond.self,
    ]

    /// Every address, the assets' included.
    static let routes: [Route] = sections.flatMap { $0.routes }

    let settings: SiteSettings
    let register: Register
    let rules: RulebookInForce
    let surroundings: Surroundings
    /// What the register adds up to, kept for as long as it does not change.
    let figures: FigureDesk
    let signIn: SignInDesk
    /// How often one address may ask for pages that open by a link alone.
    let linkPace = RequestPace(burst: 30, perSecond: 1)
    /// How often one address may use personal links.
    let respondents = Respond.pace()
    /// Pages that are finished, kept for as long as the register does not change.
    let pages: PageShelf
    /// Who is signed in, kept as long.
    let sessions: SessionShelf
    /// What readers have to do, kept as long.
    let days: DayFound.Shelf
    /// What programs are promised.
    let contract: Contract

    /// The rules that hold at this moment.
    var rulebook: Rulebook { rules.current }

    var cookieJar: CookieJar { CookieJar(isEncrypted: settings.isEncrypted) }

    package init(
        settings: SiteSettings, register: Register, rules: RulebookInForce,
        surroundings: Surroundings
    ) throws {
        self.settings = settings
        self.register = register
        self.rules = rules
        self.surroundings = surroundings
        figures = FigureDesk(register: register, rules: rules)
        signIn = SignInDesk(settings.signIn)
        let watch = try RegisterWatch(register)
        pages = PageShelf(watch)
        sessions = SessionShelf(register, watch, limits: settings.signIn.sessions)
        days = DayFound.shelf(watch)
        contract = try Contract.served.get()
    }

    /// A router that answers every address of the site, and any other with an error page.
    func router() -> Router<PageContext> {
        let router = Router(
            context: PageContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: OnPageThreads())
        router.add(middleware: Catching(site: self))
        for section in Self.sections {
            let vocabulary = section.vocabulary
            for route in section.routes {
                router.on(RouterPath(route.path), method: route.method) { request, context in
                    try await Answering(site: self, route: route, vocabulary: vocabulary)
                        .respond(to: request, context: context)
                }
            }
        }
        APIRouting(site: self).add(to: router)
        return router
    }
}
