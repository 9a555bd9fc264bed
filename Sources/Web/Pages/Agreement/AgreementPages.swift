import Agreements
import GRDB
import Register

/// The pages of one agreement: its years, what was promised in them, and what can be done.
enum AgreementPages: Section {
    static let templates = [
        Template("agreement_head", PackageResources.agreement_head_mustache),
        Template("agreement_overview", PackageResources.agreement_overview_mustache),
        Template("agreement_form", PackageResources.agreement_form_mustache),
        Template(
            "agreement_promise_heads", PackageResources.agreement_promise_heads_mustache),
        Template("agreement_promise", PackageResources.agreement_promise_mustache),
        Template("agreement_promises", PackageResources.agreement_promises_mustache),
        Template("agreement_plan", PackageResources.agreement_plan_mustache),
        Template("agreement_meetings", PackageResources.agreement_meetings_mustache),
        Template("agreement_meeting", PackageResources.agreement_meeting_mustache),
        Template("agreement_documents", PackageResources.agreement_documents_mustache),
        Template("agreement_reminders", PackageResources.agreement_reminders_mustache),
        Template("agreement_period", PackageResources.agreement_period_mustache),
        Template("package", PackageResources.package_mustache),
        Template("agreement_history", PackageResources.agreement_history_mustache),
    ]

    static let vocabulary = Vocabulary(AgreementWords.texts)

    static let routes: [Route] =
        [.page("/agreements/:agreement", .right(.read, .agreement, .agreement), overview)]
        + TermsPages.routes + StepPages.routes + ContactPages.routes + PromisePages.routes
        + PromiseStepPages.routes
        + PlanPages.routes + MeetingPages.routes + MeetingStepPages.routes + DecisionPages.routes
        + DocumentPages.routes + PeriodPages.routes + ArchivePackagePages.routes
        + TrailPages.routes

    private static func overview(_ visit: Visit) throws -> Reply {
        let id = try visit.parameter("agreement")
        let (overview, carried) = try visit.read { db in
            let overview = try AgreementOverview(id, in: db)
            return (overview, try overview.head.promisesToCarry(in: db))
        }
        let view = AgreementOverviewView(visit: visit, overview: overview, carried: carried)
        return visit.page("agreement_overview", view.headView.frame, view.model)
    }
}
