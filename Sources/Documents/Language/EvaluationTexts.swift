import Agreements
import Rules

/// The text that names a value of an evaluation.
extension AgreementKind {
    package var text: Text {
        switch self {
        case .municipal: .kindMunicipal
        case .sector: .kindSector
        case .voluntary: .kindVoluntary
        }
    }
}

extension EvaluationStatus {
    package var text: Text {
        switch self {
        case .open: .statusOpen
        case .submitted: .statusSubmitted
        case .approved: .statusApproved
        }
    }
}

extension Recommendation {
    package var text: Text {
        switch self {
        case .continue: .recommendContinue
        case .revise: .recommendRevise
        case .renew: .recommendRenew
        case .end: .recommendEnd
        }
    }
}

extension Rating {
    package var text: Text {
        switch self {
        case .veryHigh: .ratingVeryHigh
        case .good: .ratingGood
        case .satisfactory: .ratingSatisfactory
        case .unsatisfactory: .ratingUnsatisfactory
        case .unrated: .ratingUnrated
        }
    }
}

extension Dimension {
    /// Nil for a dimension that the rulebook does not name.
    package static func text(of dimension: String) -> Text? {
        Text(rawValue: "dimension" + dimension.prefix(1).uppercased() + dimension.dropFirst())
    }
}
