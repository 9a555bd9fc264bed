/// The texts of pictures; bokmål, nynorsk and English stand side by side.
package enum PictureText: String, CaseIterable, Hashable, Sendable {
    case showTable, todayMark, figure, standing, date, what
    case timeline, timelineNote, validity, meetings, measures, followUps, evaluations, amendments
    case meetingHeld, meetingPlanned, meetingCancelled, meetingPostponed, done, stillOpen, late
    case cancelled, evaluationOpen, evaluationSubmitted, evaluationApproved, amended, validFromTo
    case firstPlanned, andMore
    case tilesNote, municipality, county, region, noFigure, classRange, classFrom, hasAgreement
    case hasNone
    case trendNote, target, greenLight, yellowLight, redLight, greyLight
    case yearAndValue, loadNote, person, week, onLeave, sum, weekAndCount
    case distance, gapReading

    /// `{0}`, `{1}` … stand for arguments.
    var wording: (nb: String, nn: String, en: String) {
        switch self {
        case .timeline, .timelineNote, .validity, .meetings, .measures, .followUps, .evaluations,
            .amendments, .meetingHeld, .meetingPlanned, .meetingCancelled, .meetingPostponed,
            .done, .stillOpen, .late, .cancelled, .evaluationOpen, .evaluationSubmitted,
            .evaluationApproved, .amended, .validFromTo, .firstPlanned, .andMore:
            timelineWording
        default: figureWording
        }
    }

    private var sharedWording: (nb: String, nn: String, en: String) {
        switch self {
        case .showTable: ("Vis som tabell", "Vis som tabell", "Show as a table")
        case .todayMark: ("I dag", "I dag", "Today")
        case .figure: ("Verdi", "Verdi", "Value")
        case .standing: ("Status", "Status", "Status")
        case .date: ("Dato", "Dato", "Date")
        case .what: ("Hva", "Kva", "What")
        default: preconditionFailure("The text \(rawValue) of pictures has no wording.")
        }
    }

    private var timelineWording: (nb: String, nn: String, en: String) {
        switch self {
        case .timelineNote:
            (
                "Ett felt for hvert år, fra januar til desember. Alt står også i tabellen under.",
                "Eitt felt for kvart år, frå januar til desember. Alt står òg i tabellen under.",
                "One panel for each year, January to December. The table below says the same."
            )
        case .validity: ("I kraft", "I kraft", "In force")
        case .meetings: ("Møter", "Møte", "Meetings")
        case .measures: ("Tiltak", "Tiltak", "Measures")
        case .followUps: ("Oppfølging", "Oppfølging", "Follow-ups")
        case .evaluations: ("Evaluering", "Evaluering", "Evaluation")
        case .amendments: ("Endringer", "Endringar", "Changes")
        case .meetingHeld: ("Møte holdt", "Møte halde", "Meeting held")
        case .meetingPlanned: ("Møte planlagt", "Møte planlagt", "Meeting planned")
        case .meetingCancelled: ("Møte avlyst", "Møte avlyst", "Meeting cancelled")
        case .meetingPostponed: ("Møte utsatt", "Møte utsett", "Meeting postponed")
        case .done: ("Gjort", "Gjort", "Done")
        case .stillOpen: ("Åpen", "Open", "Open")
        case .late: ("Forfalt", "Forfalle", "Overdue")
        case .cancelled: ("Avlyst", "Avlyst", "Cancelled")
        case .evaluationOpen: ("Evaluering åpen", "Evaluering open", "Evaluation open")
        case .evaluationSubmitted:
            ("Evaluering levert", "Evaluering levert", "Evaluation submitted")
        case .evaluationApproved:
            ("Evaluering godkjent", "Evaluering godkjend", "Evaluation approved")
        case .amended: ("Avtalen endret", "Avtalen endra", "Agreement amended")
        case .validFromTo: ("I kraft {0} til {1}", "I kraft {0} til {1}", "In force {0} to {1}")
        case .firstPlanned: ("først {0}", "først {0}", "first {0}")
        case .andMore: ("{0} på samme sted", "{0} på same staden", "{0} in the same place")
        case .timeline: ("Tidslinje for {0}", "Tidslinje for {0}", "Timeline of {0}")
        default: sharedWording
        }
    }

    private var figureWording: (nb: String, nn: String, en: String) {
        switch self {
        case .tilesNote:
            (
                "Kommunene står etter fylke. Jo bredere kant, jo høyere tall.",
                "Kommunane står etter fylke. Di breiare kant, di høgare tal.",
                "Municipalities stand by county. The wider the edge, the higher the figure."
            )
        case .municipality: ("Kommune", "Kommune", "Municipality")
        case .county: ("Fylke", "Fylke", "County")
        case .region: ("Region", "Region", "Region")
        case .noFigure: ("Ingen tall", "Ingen tal", "No figure")
        case .classRange: ("{0}–{1}", "{0}–{1}", "{0}–{1}")
        case .classFrom: ("{0} og mer", "{0} og meir", "{0} and more")
        case .hasAgreement: ("Har avtale", "Har avtale", "Has an agreement")
        case .hasNone: ("Uten avtale", "Utan avtale", "No agreement")
        case .trendNote:
            (
                "Alle linjene har samme målestokk. Siste verdi står ved enden.",
                "Alle linjene har same målestokk. Siste verdi står ved enden.",
                "All lines share one scale. The last value stands at the end."
            )
        case .target: ("Mål {0}", "Mål {0}", "Target {0}")
        case .greenLight: ("Grønt: målet er nådd", "Grønt: målet er nådd", "Green: target met")
        case .yellowLight: ("Gult: nær målet", "Gult: nær målet", "Yellow: near the target")
        case .redLight:
            ("Rødt: langt fra målet", "Raudt: langt frå målet", "Red: far from the target")
        case .greyLight: ("Uten mål", "Utan mål", "No target")
        case .loadNote:
            (
                "Én stolpe for hver uke. Skravert er fravær.",
                "Éi søyle for kvar veke. Skravert er fråvær.",
                "One bar for each week. Hatched is leave."
            )
        case .person: ("Person", "Person", "Person")
        case .week: ("Uke {0}", "Veke {0}", "Week {0}")
        case .onLeave: ("fravær", "fråvær", "on leave")
        case .sum: ("Sum", "Sum", "Sum")
        case .yearAndValue: ("{0}: {1}", "{0}: {1}", "{0}: {1}")
        case .weekAndCount: ("uke {0}: {1}", "veke {0}: {1}", "week {0}: {1}")
        case .distance: ("Avstand", "Avstand", "Distance")
        case .gapReading:
            (
                "{0}: IMDi {1}, motparten {2}", "{0}: IMDi {1}, motparten {2}",
                "{0}: IMDi {1}, the counterpart {2}"
            )
        default: sharedWording
        }
    }
}

extension Texts {
    /// The text of a picture, with `{0}`, `{1}` … replaced by the arguments.
    package subscript(text: PictureText, arguments: String...) -> String {
        let wording = text.wording
        let pattern =
            switch language {
            case .nb: wording.nb
            case .nn: wording.nn
            case .en: wording.en
            }
        return arguments.isEmpty ? pattern : Self.fill(pattern, with: arguments)
    }
}
