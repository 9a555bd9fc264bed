import Agreements

/// What is said of a record cannot all be so.
package enum RecordContradiction: Hashable, Sendable {
    case noReason(table: String, id: String)
    case emptyID(table: String)
    // Activities
    case counterpartsOfActivity(id: String, isNone: Bool)
    case negative(table: String, id: String, field: String, value: Int)
    // Meetings
    case movedBeforeDecision(meeting: String, to: Day, decidedOn: Day)
    case plannedAlready(meeting: String, on: Day)
    case laterDecision(meeting: String, latest: Day, decidedOn: Day)
    case meetingOfAnother(meeting: String, agreement: String)
    /// Decisions, by position, that have no responsible or no due day.
    case decisionsUnassigned(meeting: String, positions: [Int])
    case minutesClosed(meeting: String)
    case decisionIsFollowUp(meeting: String, position: Int)
    // Agreements
    case samePerson(agreement: String, user: String)
    case inactive(user: String)
    case noParty(agreement: String)
    case sameParty(agreement: String, party: String)
    case renewedAlready(agreement: String, by: String)
    case nothingAmended(agreement: String)
    // Plans and follow-ups
    case sameDay(table: String, id: String, on: Day)
    case samePersonAlready(table: String, id: String, user: String)
    case planOfAnotherYear(agreement: String, year: Int)
    // Documents and handovers
    case documentSize(bytes: Int, most: Int)
    case noAgreement
    case offeredAlready(agreement: String, to: String)
    case notResponsible(agreement: String, user: String)
    case notForYou(user: String)
    case anonymised(contact: String)
    case nothingToTakeBack(table: String, id: String)
    // Evaluations
    case nothingAnswered(evaluation: String)
    /// A score that was delivered is left blank.
    case scoreTakenAway(evaluation: String, dimension: String)
    /// Somebody else saved answers of the same side since the form was made.
    case answeredMeanwhile(evaluation: String)
    case conclusionIsMeasure(id: String, measure: String)
}

extension RecordContradiction: CustomStringConvertible {
    package var description: String {
        aboutMeeting ?? aboutAgreement ?? aboutEvaluation ?? aboutWork
    }

    private var aboutEvaluation: String? {
        switch self {
        case .nothingAnswered(let evaluation):
            "The evaluation «\(evaluation)» has no score: give one at least."
        case .scoreTakenAway(let evaluation, let dimension):
            """
            The score of \(dimension) in «\(evaluation)» has been delivered and cannot be left \
            blank any more: change it.
            """
        case .answeredMeanwhile(let evaluation):
            "Somebody else saved answers of «\(evaluation)» since they were read: read them first."
        case .conclusionIsMeasure(let id, let measure):
            "The conclusion «\(id)» is the measure «\(measure)» already: change the measure."
        default: nil
        }
    }

    private var aboutMeeting: String? {
        switch self {
        case .movedBeforeDecision(let meeting, let day, let decidedOn):
            """
            The meeting «\(meeting)» cannot have been moved to \(day) by a decision of \
            \(decidedOn): give the day on which it was decided.
            """
        case .plannedAlready(let meeting, let day):
            "The meeting «\(meeting)» is planned for \(day) already."
        case .laterDecision(let meeting, let latest, let decidedOn):
            """
            The meeting «\(meeting)» was postponed on \(latest), after \(decidedOn): the later \
            decision holds. Give a day of decision that is not before it.
            """
        case .meetingOfAnother(let meeting, let agreement):
            """
            The meeting «\(meeting)» is not of \(agreement): name one of that agreement, or none.
            """
        case .decisionsUnassigned(let meeting, let positions):
            """
            The minutes of «\(meeting)» cannot be closed: decision \
            \(positions.map(String.init).joined(separator: ", ")) has no responsible or no due \
            day. Give both.
            """
        case .minutesClosed(let meeting):
            "The minutes of «\(meeting)» are closed: write what is new in the next meeting."
        case .decisionIsFollowUp(let meeting, let position):
            """
            Decision \(position) of «\(meeting)» is a follow-up already: change the follow-up.
            """
        default: nil
        }
    }

    private var aboutAgreement: String? {
        switch self {
        case .samePerson(let agreement, let user):
            """
            \(user) is both responsible and deputy of «\(agreement)»: name two people.
            """
        case .inactive(let user): "\(user) is not an active user: name somebody who is."
        case .noParty(let agreement):
            "The agreement «\(agreement)» is with nobody: name at least one party."
        case .sameParty(let agreement, let party):
            "The agreement «\(agreement)» names \(party) twice: name each party once."
        case .renewedAlready(let agreement, let other):
            "The agreement «\(agreement)» is renewed by «\(other)» already: go on with that one."
        case .nothingAmended(let agreement):
            "The amendment of «\(agreement)» changes nothing: give what the parties changed."
        case .noAgreement: "The handover names no agreement: name at least one."
        case .offeredAlready(let agreement, let user):
            """
            «\(agreement)» has been offered to \(user) already: withdraw that offer first.
            """
        case .notResponsible(let agreement, let user):
            "\(user) is not responsible for «\(agreement)» and cannot hand it over."
        case .notForYou(let user): "This handover is for \(user) to decide."
        default: nil
        }
    }

    private var aboutWork: String {
        switch self {
        case .noReason(let table, let id):
            table == "meeting"
                ? "The meeting «\(id)» is postponed for no reason: give one."
                : "The \(table) «\(id)» is changed for no reason: give one."
        case .emptyID(let table): "The new \(table) has an empty id: give some text."
        case .counterpartsOfActivity(let id, let isNone):
            """
            The activity «\(id)» is with \(isNone ? "neither" : "both") an agreement \
            \(isNone ? "nor" : "and") a party: name exactly one of them.
            """
        case .negative(let table, let id, let field, let value):
            "The \(table) «\(id)» has \(value) \(field): give 0 or more."
        case .sameDay(let table, let id, let day):
            "The \(table) «\(id)» is due on \(day) already: give another day."
        case .samePersonAlready(let table, let id, let user):
            "\(user) is responsible for the \(table) «\(id)» already: name somebody else."
        case .planOfAnotherYear(let agreement, let year):
            "«\(agreement)» has no plan for \(year): make it first."
        case .documentSize(let bytes, let most):
            bytes == 0
                ? "The document is empty: give one with content."
                : "The document has \(bytes) bytes, and \(most) are the most that are kept."
        case .nothingToTakeBack(let table, let id):
            "The last change of the \(table) «\(id)» is none that can be taken back."
        case .anonymised(let contact): "«\(contact)» is anonymised: add a new contact person."
        default: "The record contradicts itself."
        }
    }
}
