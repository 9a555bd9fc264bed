import Agreements
import GRDB
import Register
import Rules

/// Where a counterpart answers by a personal link, without an account.
///
/// 1. The path's secret stands for the person: it is looked up by its digest, at a pace for each
///    address from which it comes.
/// 2. Until the approval the answers are saved as often as somebody likes, and delivered.
/// 3. Once both sides have delivered, or the term is over, each is shown what the other says.
/// 4. After the approval, and where the link was ended, the page says that it is closed.
enum Respond: Section {
    static let templates = [
        Template("respond", PackageResources.respond_mustache),
        Template("respond_closed", PackageResources.respond_closed_mustache),
    ]

    static let vocabulary = Vocabulary(
        EvaluationsPage.vocabulary.texts.merging(RespondWords.texts) { _, own in own })

    static let routes: [Route] = [
        .get("/respond/:secret", .secret, show), .post("/respond/:secret", .secret, post),
    ]

    /// Requests from one address: enough for an office behind one, and too few to guess by.
    static func pace() -> RequestPace { RequestPace(burst: 60, perSecond: 1) }

    private static func show(_ visit: Visit) throws -> Reply {
        let respondent = try respondent(visit)
        let visit = stranger(visit, respondent)
        let matter = try RespondMatter(visit, respondent)
        if let closed = closed(visit, respondent, matter) { return closed }
        return visit.page(
            "respond", frame(visit, matter),
            RespondView(visit: visit, matter: matter, sheet: sheet(visit, matter)).model)
    }

    private static func post(_ visit: Visit) throws -> Reply {
        let respondent = try respondent(visit)
        let visit = stranger(visit, respondent)
        let matter = try RespondMatter(visit, respondent)
        if let closed = closed(visit, respondent, matter) { return closed }
        guard matter.mayAnswer else { return .redirect(to: visit.path) }
        let evaluation = matter.record.key
        func deeds(_ db: Database) -> RespondentDeeds {
            let author = Author(actor: "respondent/\(respondent.key)", request: visit.requestID)
            return RespondentDeeds(db, author: author, at: visit.now)
        }
        var sheet = sheet(visit, matter)
        sheet.read(visit.form)
        let (answers, stamp) = (sheet.answers, sheet.stamp)
        let done = try sheet.accept(
            visit, AnswerSheet.deed(visit.form), evaluation: evaluation, side: .counterpart
        ) { db in
            try deeds(db).save(answers, evaluation: evaluation, since: stamp, term: matter.term)
        } deliver: { db in
            try deeds(db).deliver(evaluation: evaluation, term: matter.term)
        }
        switch done {
        case .save: return .redirect(to: visit.path + "?said=saved_for_later")
        case .deliver: return .redirect(to: visit.path + "?said=delivered")
        case nil:
            return visit.incomplete(
                "respond", frame(visit, matter),
                RespondView(visit: visit, matter: matter, sheet: sheet).model)
        }
    }

    // MARK: Steps

    /// A secret that there never was is a page that is not there.
    private static func respondent(_ visit: Visit) throws -> Respondent {
        if let seconds = visit.site.respondents.take(visit.peer, at: visit.now) {
            throw PageError.tooMany(after: seconds)
        }
        let secret = try visit.parameter("secret")
        guard let respondent = try visit.read({ try RespondentDeeds.find(secret, in: $0) }) else {
            throw PageError.notFound
        }
        return respondent
    }

    /// The visit as the respondent's, in the language chosen in this browser, else in the
    /// municipality's; a member of staff who opens the link is no more than that either.
    private static func stranger(_ visit: Visit, _ respondent: Respondent) -> Visit {
        let chosen = visit.cookies[visit.site.cookieJar.language].flatMap(Language.init)
        return visit.asStranger(in: chosen ?? respondent.language)
    }

    private static func frame(_ visit: Visit, _ matter: RespondMatter) -> Visit.Frame {
        .init(
            title: visit.words["respond_title", String(matter.record.year), matter.title],
            help: "respond")
    }

    private static func closed(
        _ visit: Visit, _ respondent: Respondent, _ matter: RespondMatter
    ) -> Reply? {
        let words = visit.words
        let text: String
        if let approvedOn = matter.record.approvedOn, matter.record.status == .approved {
            text = words["closed_approved", words.longDate(approvedOn)]
        } else if respondent.endedOn != nil {
            text = words["closed_ended"]
        } else {
            return nil
        }
        return visit.page(
            "respond_closed", frame(visit, matter), ["text": text] as [String: Any],
            status: .gone)
    }

    private static func sheet(_ visit: Visit, _ matter: RespondMatter) -> AnswerSheet {
        AnswerSheet(
            words: visit.words, kind: matter.record.kind, action: visit.path, csrf: visit.csrf,
            answers: matter.held.answers, stamp: matter.held.stamp)
    }
}
