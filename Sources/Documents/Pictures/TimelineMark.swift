import Agreements

/// Something that happened, or is to happen, on a day of an agreement.
package struct TimelineMark: Hashable, Sendable {
    /// What it is and where it stands, which its shape says without colour.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case meetingHeld, meetingPlanned, meetingPostponed, meetingCancelled
        case measureDone, measureOpen, measureLate, measureCancelled
        case followUpDone, followUpOpen, followUpLate, followUpCancelled
        case evaluationApproved, evaluationSubmitted, evaluationOpen
        case amendment
    }

    package var kind: Kind
    /// The day it stands at: held, done, due or planned.
    package var on: Day
    /// Of a postponed meeting: the day first agreed, from which a dashed line leads here.
    package var firstOn: Day?
    package var label: String
    /// An address of the site, for the table.
    package var link: String?

    package init(
        _ kind: Kind, on: Day, firstOn: Day? = nil, label: String, link: String? = nil
    ) {
        self.kind = kind
        self.on = on
        self.firstOn = firstOn
        self.label = label
        self.link = link
    }

    /// What it is and where it stands, in words.
    func state(_ texts: Texts) -> String {
        let state = kind.name(texts)
        guard let firstOn, firstOn != on else { return state }
        return "\(state) (\(texts[.firstPlanned, texts.date(firstOn)]))"
    }
}

/// A row of a timeline's panel.
enum TimelineLane: Int, CaseIterable {
    case meetings, measures, followUps, evaluations, amendments

    var text: PictureText {
        switch self {
        case .meetings: .meetings
        case .measures: .measures
        case .followUps: .followUps
        case .evaluations: .evaluations
        case .amendments: .amendments
        }
    }
}

extension TimelineMark.Kind {
    var lane: TimelineLane {
        switch self {
        case .meetingHeld, .meetingPlanned, .meetingPostponed, .meetingCancelled: .meetings
        case .measureDone, .measureOpen, .measureLate, .measureCancelled: .measures
        case .followUpDone, .followUpOpen, .followUpLate, .followUpCancelled: .followUps
        case .evaluationApproved, .evaluationSubmitted, .evaluationOpen: .evaluations
        case .amendment: .amendments
        }
    }

    /// Such as «Tiltak: gjort».
    func name(_ texts: Texts) -> String {
        switch self {
        case .meetingHeld: texts[.meetingHeld]
        case .meetingPlanned: texts[.meetingPlanned]
        case .meetingPostponed: texts[.meetingPostponed]
        case .meetingCancelled: texts[.meetingCancelled]
        case .measureDone, .followUpDone: paired(with: .done, texts)
        case .measureOpen, .followUpOpen: paired(with: .stillOpen, texts)
        case .measureLate, .followUpLate: paired(with: .late, texts)
        case .measureCancelled, .followUpCancelled: paired(with: .cancelled, texts)
        case .evaluationApproved: texts[.evaluationApproved]
        case .evaluationSubmitted: texts[.evaluationSubmitted]
        case .evaluationOpen: texts[.evaluationOpen]
        case .amendment: texts[.amended]
        }
    }

    private func paired(with state: PictureText, _ texts: Texts) -> String {
        "\(texts[lane.text]): \(texts[state].lowercased())"
    }

    /// A shape of ten units around 0,0: meetings are circles, measures squares, follow-ups
    /// diamonds and evaluations triangles; filled is finished, hollow is to come, a bar through
    /// it is late and a cross is cancelled.
    var shape: HTML {
        switch self {
        case .meetingHeld: #"<circle class="full" r="5"/>"#
        case .meetingPlanned: #"<circle class="hollow" r="4.5"/>"#
        case .meetingPostponed:
            #"<circle class="hollow" r="4.5"/><path class="stroke" d="M-2 0h4"/>"#
        case .meetingCancelled: #"<path class="stroke" d="M-4 -4l8 8M4 -4l-8 8"/>"#
        case .measureDone: #"<path class="full" d="M-5 -5h10v10h-10z"/>"#
        case .measureOpen: #"<path class="hollow" d="M-4.5 -4.5h9v9h-9z"/>"#
        case .measureLate:
            #"<path class="late" d="M-4.5 -4.5h9v9h-9z"/><path class="latebar" d="M0 -3v6"/>"#
        case .measureCancelled:
            #"<path class="hollow" d="M-4.5 -4.5h9v9h-9zM-4.5 -4.5l9 9"/>"#
        case .followUpDone: #"<path class="full" d="M0 -6l6 6l-6 6l-6 -6z"/>"#
        case .followUpOpen: #"<path class="hollow" d="M0 -5.5l5.5 5.5l-5.5 5.5l-5.5 -5.5z"/>"#
        case .followUpLate:
            """
            <path class="late" d="M0 -5.5l5.5 5.5l-5.5 5.5l-5.5 -5.5z"/>\
            <path class="latebar" d="M0 -2.5v5"/>
            """
        case .followUpCancelled:
            #"<path class="hollow" d="M0 -5.5l5.5 5.5l-5.5 5.5l-5.5 -5.5zM-3 -3l6 6"/>"#
        case .evaluationApproved: #"<path class="full" d="M0 -6l6 11h-12z"/>"#
        case .evaluationSubmitted:
            """
            <path class="hollow" d="M0 -5.5l5.5 10h-11z"/>\
            <path class="full" d="M-2.5 0h5l2.5 4.5h-10z"/>
            """
        case .evaluationOpen: #"<path class="hollow" d="M0 -5.5l5.5 10h-11z"/>"#
        case .amendment: #"<path class="stroke" d="M0 -5v10M-5 0h10"/>"#
        }
    }
}
