import Agreements
import Testing

@testable import Rules

/// Every cell of who may do what, written out a second time and in another form.
struct RightsTests {
    /// A cell is pairs of a letter for the action (read, write, approve, steer, accept as `t`) and
    /// a sign for how far: `*` everything, `o` the own unit's, `c` the central unit's, `m` mine.
    private static let roles: [Role] = [
        .caseworker, .settlementCoordinator, .regionalDirector, .headOfficeAnalyst,
        .headOfficeDirector, .administrator, .auditor,
    ]
    private static let cells = """
        party        r*wo   r*wo   r*wo   r*wc   r*wc   r*     r*
        contact      r*wo   r*wo   r*wo   r*wc   r*wc   r*     r*
        agreement    r*wo   r*wo   r*wo   r*wc   r*wc   r*     r*
        commitment   r*wo   r*wo   r*wo   r*wc   r*wc   r*     r*
        plan         r*wo   r*wo   r*woao r*wc   r*wcac r*     r*
        measure      r*wo   r*wo   r*wo   r*wc   r*wc   r*     r*
        meeting      r*wo   r*wo   r*wo   r*wc   r*wc   r*     r*
        follow_up    r*wo   r*wo   r*wo   r*wc   r*wc   r*     r*
        activity     r*wo   r*wo   r*wo   r*wc   r*wc   r*     r*
        document     r*wo   r*wo   r*wo   r*wc   r*wc   r*     r*
        evaluation   r*wo   r*wo   r*woao r*wcs* r*wcacs* r*   r*
        settlement   r*wo   r*wo   r*wo   r*wc   r*wc   r*     r*
        grant        r*wo   r*wo   r*wo   r*wc   r*wc   r*     r*
        hand_over    r*wotm r*wotm r*wotm r*wctm r*wctm r*     r*
        target       r*     r*     r*     r*w*   r*w*   r*     r*
        report       r*     r*     r*     r*w*   r*w*   r*     r*
        user         r*     r*     r*     r*     r*     r*w*   r*
        unit         r*     r*     r*     r*     r*     r*w*   r*
        rules        r*     r*     r*     r*     r*     r*w*   r*
        import       r*     r*     r*     r*     r*     r*w*   r*
        task         r*     r*     r*     r*     r*     r*s*   r*
        audit_trail  -      -      -      -      -      r*     r*
        token        rmwm   rmwm   rmwm   rmwm   rmwm   r*w*   r*wm
        session      rmwm   rmwm   rmwm   rmwm   rmwm   r*w*   r*wm
        saved_view   rmwm   rmwm   rmwm   rmwm   rmwm   rmwm   rmwm
        feed         rmwm   rmwm   rmwm   rmwm   rmwm   rmwm   rmwm
        preference   rmwm   rmwm   rmwm   rmwm   rmwm   rmwm   rmwm
        """.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }

    private static let letters: [RightAction: Character] = [
        .read: "r", .write: "w", .approve: "a", .steer: "s", .accept: "t",
    ]
    private static let subjects: [RightSubject] =
        OwningUnit.allCases.map(RightSubject.unit) + [.oneself, .somebodyElse, .everybody]

    @Test func `every kind of record has its row`() {
        #expect(Self.cells.map(\.first) == RecordKind.allCases.map(\.rawValue))
    }

    @Test(arguments: RecordKind.allCases, RightsTests.roles)
    func `a role may do with a kind of record what its cell says`(kind: RecordKind, role: Role)
        throws
    {
        let row = try #require(Self.cells.first { $0.first == kind.rawValue })
        let column = try #require(Self.roles.firstIndex(of: role))
        let cell = Self.pairs(row[column + 1])

        let wrong = OwningUnit.allCases.flatMap { unit in
            Self.letters.flatMap { action, letter in
                Self.subjects.filter {
                    Self.reaches(cell[letter], $0, from: unit)
                        != Rights.allows(
                            role: role, unit: unit, action: action, kind: kind, of: $0)
                }.map { "\(action) \($0) as one of \(unit)" }
            }
        }

        #expect(wrong == [])
    }

    @Test(arguments: [
        (Role.caseworker, OwningUnit.vest, [OwningUnit.vest]),
        (.headOfficeAnalyst, .central, [.central]),
        (.auditor, .central, []),
    ])
    func `the units that somebody writes for are told`(
        role: Role, unit: OwningUnit, units: [OwningUnit]
    ) {
        #expect(Rights.units(role: role, unit: unit, action: .write, kind: .agreement) == units)
    }

    private static func pairs(_ cell: String) -> [Character: Character] {
        guard cell != "-" else { return [:] }
        let signs = Array(cell)
        return Dictionary(
            uniqueKeysWithValues: stride(from: 0, to: signs.count, by: 2).map {
                (signs[$0], signs[$0 + 1])
            })
    }

    private static func reaches(
        _ sign: Character?, _ subject: RightSubject, from unit: OwningUnit
    ) -> Bool {
        switch sign {
        case "*": true
        case "o": subject == .unit(unit)
        case "c": subject == .unit(.central)
        case "m": subject == .oneself
        default: false
        }
    }
}
