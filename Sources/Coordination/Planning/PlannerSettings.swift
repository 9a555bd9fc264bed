import Agreements
import Rules

/// What the planner goes by.
package struct PlannerSettings: Sendable {
    package let rules: RulebookInForce
    /// When the day's work is planned, in Europe/Oslo.
    package var hour: Int
    package var minute: Int
    /// Where links in mails lead to, without a slash at the end.
    package var baseURL: String
    /// Whether there are pages at `baseURL` on which a mail's links can be answered.
    package var servesPages: Bool
    /// The language of reports and of pages that are written for nobody in particular.
    package var language: Language
    /// How far back a report that was due is still issued, in days; older ones are recorded as
    /// skipped, so that a first start does not write the reports of years.
    package var reportWindow: Int
    /// Agreements whose evaluations are planned in one transaction.
    package var evaluationBatch: Int

    /// The rules that hold at this moment.
    package var rulebook: Rulebook { rules.current }

    package init(
        rules: RulebookInForce,
        hour: Int,
        minute: Int,
        baseURL: String,
        servesPages: Bool = true,
        language: Language,
        reportWindow: Int = 31,
        evaluationBatch: Int = 200
    ) {
        self.rules = rules
        self.hour = hour
        self.minute = minute
        self.baseURL = baseURL
        self.servesPages = servesPages
        self.language = language
        self.reportWindow = reportWindow
        self.evaluationBatch = evaluationBatch
    }
}
