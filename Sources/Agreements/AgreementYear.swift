/// One year of an agreement as the archive gets it: what was agreed, planned, done and judged.
///
/// People are named by what they are responsible for; contact persons of the counterpart are left
/// out.
package struct AgreementYear: Hashable, Sendable, Codable {
    /// A line of a list: what it is, when, and how it stands.
    package struct Line: Hashable, Sendable, Codable {
        package var id: String
        package var text: String
        package var on: Day?
        /// A value of the register, such as `held`.
        package var state: String
        /// Minutes or a result; nil for none.
        package var note: String?

        package init(id: String, text: String, on: Day?, state: String, note: String? = nil) {
            self.id = id
            self.text = text
            self.on = on
            self.state = state
            self.note = note
        }
    }

    /// What one party gave in one dimension.
    package struct Score: Hashable, Sendable, Codable {
        package var side: Side
        package var dimension: String
        package var score: Int

        package init(side: Side, dimension: String, score: Int) {
            self.side = side
            self.dimension = dimension
            self.score = score
        }
    }

    package var year: Int
    package var id: String
    package var title: String
    package var designation: String
    package var kind: AgreementKind
    package var owner: OwningUnit
    package var parties: [String] = []
    package var purpose: String?
    package var signedOn: Day?
    package var validFrom: Day?
    package var validTo: Day?
    package var responsible: String?
    package var deputy: String?
    /// As outsiders may read it; nil where it is the title.
    package var publicTitle: String?
    /// Of the archive.
    package var caseNumber: String?
    /// The legal ground of an access restriction, such as `offl. § 13`; nil where there is none.
    package var accessGround: String?
    package var commitments: [Line] = []
    package var amendments: [Line] = []
    /// `adopted 2013-01-15`; nil without a plan.
    package var plan: Line?
    package var measures: [Line] = []
    package var meetings: [Line] = []
    package var followUps: [Line] = []
    package var activities: [Line] = []
    /// The state is the evaluation's, the note its recommendation.
    package var evaluation: Line?
    package var scores: [Score] = []

    package init(
        year: Int, id: String, title: String, designation: String, kind: AgreementKind,
        owner: OwningUnit
    ) {
        self.year = year
        self.id = id
        self.title = title
        self.designation = designation
        self.kind = kind
        self.owner = owner
    }
}
