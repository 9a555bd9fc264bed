import Rules

/// Who may use a route.
enum Access: Sendable {
    /// Everybody, signed in or not.
    case open
    /// Whoever holds the secret in the path. It stands for the form's token too: nobody else can
    /// make a form for it, and an answer is not lost with a cookie.
    case secret
    /// Whoever is signed in.
    case signedIn
    /// Whoever has the right, by the table of `Rights`.
    case right(RightAction, RecordKind, Scope)
}

/// Whose the records are that a route is about, found before its handler runs.
enum Scope: Hashable, Sendable {
    /// Records of whatever unit: the right must hold for at least one, and the handler asks
    /// `Visit.require` for each record that it touches.
    case some
    /// The agreement that the path's `agreement` names by its id.
    case agreement
    /// What the path's `key` names in one of these tables lies under an agreement.
    case record(UnderAgreement)
    /// The unit that the path's `unit` names.
    case unit
    /// Nobody's in particular: rules, people, imports, tasks.
    case everybody
    /// The reader's own.
    case oneself

    /// Tables whose rows have an `agreement`.
    enum UnderAgreement: String, CaseIterable, Hashable, Sendable {
        case meeting
        case followup
        case measure
        case plan
        case commitment
        case activity
        case evaluation
    }
}
