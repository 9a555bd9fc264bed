import GRDB

/// Views for R, Excel and Power BI: identifiers that people use in place of keys, and the owning
/// unit on every row. They are described column by column in ops/views.md and are a promise to
/// whoever reads the file: columns are added and never renamed or removed.
enum Views {
    static func create(in db: Database) throws {
        for (name, select) in all {
            try db.execute(sql: "CREATE VIEW \(name) AS \(select)")
        }
    }

    /// Name and query of each.
    static let all: [(name: String, select: String)] = [
        ("v_municipality", municipality), ("v_party", party), ("v_agreement", agreement),
        ("v_commitment", commitment), ("v_plan", plan), ("v_measure", measure),
        ("v_meeting", meeting), ("v_followup", followUp), ("v_activity", activity),
        ("v_evaluation", evaluation), ("v_settlement", settlement), ("v_grant", grant),
        ("v_target", target), ("v_audit", audit),
    ]

    private static func user(_ column: String) -> String {
        "(SELECT id FROM user WHERE user.key = \(column))"
    }

    private static func unit(ofMunicipality column: String) -> String {
        """
        (SELECT coalesce(municipality.region, county.region) FROM municipality
        JOIN county ON county.key = municipality.county WHERE municipality.key = \(column))
        """
    }

    /// The region of its municipality or county, or the one that it serves, else central
    /// (domain.md, 9).
    private static let unitOfParty = """
        coalesce(\(unit(ofMunicipality: "party.municipality")),
        (SELECT region FROM county WHERE county.key = party.county),
        (SELECT min(region) FROM party_region WHERE party_region.party = party.key
            HAVING count(*) = 1),
        'central')
        """

    private static let municipality = """
        SELECT municipality.number, municipality.name, county.number AS county_number,
            county.name AS county_name, coalesce(municipality.region, county.region) AS owner,
            municipality.valid_from, municipality.valid_to,
            (SELECT group_concat(number, '|') FROM (SELECT heir.number
                FROM municipality_successor AS link
                JOIN municipality AS heir ON heir.key = link.successor
                WHERE link.municipality = municipality.key ORDER BY heir.number)) AS successors,
            municipality.population, municipality.language
        FROM municipality JOIN county ON county.key = municipality.county
        """

    private static let party = """
        SELECT party.id AS party, party.name, party.kind, party.level, \(unitOfParty) AS owner,
            municipality.number AS municipality_number, municipality.name AS municipality_name,
            (SELECT number FROM county WHERE county.key = party.county) AS county_number,
            (SELECT group_concat(region, '|') FROM (SELECT region FROM party_region
                WHERE party_region.party = party.key ORDER BY region)) AS regions,
            party.authority, party.org_number
        FROM party LEFT JOIN municipality ON municipality.key = party.municipality
        """

    private static let agreement = """
        SELECT agreement.id AS agreement, title, designation, kind, owner,
            (SELECT group_concat(id, '|') FROM (SELECT party.id FROM agreement_party AS link
                JOIN party ON party.key = link.party WHERE link.agreement = agreement.key
                ORDER BY link.position)) AS parties,
            purpose,
            (SELECT group_concat(area, '|') FROM (SELECT area FROM agreement_area AS link
                WHERE link.agreement = agreement.key ORDER BY area)) AS areas,
            signed_on, counterpart_signatory, valid_from, valid_to, strategic_meetings_per_year,
            operational_meetings_per_year, \(user("responsible")) AS responsible,
            \(user("deputy")) AS deputy, status, ended_on, end_reason,
            (SELECT id FROM agreement AS earlier WHERE earlier.key = agreement.renews) AS renews,
            EXISTS (SELECT 1 FROM agreement AS later WHERE later.renews = agreement.key
                AND later.status <> 'abandoned') AS is_renewed
        FROM agreement
        """

    private static let commitment = """
        SELECT commitment.id AS commitment, agreement.id AS agreement, agreement.owner,
            side, text, measurable
        FROM commitment JOIN agreement ON agreement.key = commitment.agreement
        """

    private static let plan = """
        SELECT agreement.id AS agreement, agreement.owner, year, plan.status, adopted_on
        FROM plan JOIN agreement ON agreement.key = plan.agreement
        """

    private static let measure = """
        SELECT measure.id AS measure, agreement.id AS agreement, agreement.owner, year,
            measure.title, sub_goal, side, \(user("measure.responsible")) AS responsible, due_on,
            measure.status, done_on, cancelled_on, result
        FROM measure JOIN agreement ON agreement.key = measure.agreement
        """

    private static let meeting = """
        SELECT meeting.id AS meeting, agreement.id AS agreement, agreement.owner, level, theme,
            first_planned_on, planned_on,
            (SELECT count(*) FROM postponement WHERE postponement.meeting = meeting.key)
                AS postponements,
            meeting.status, held_on, cancelled_on, minutes
        FROM meeting JOIN agreement ON agreement.key = meeting.agreement
        """

    private static let followUp = """
        SELECT followup.id AS followup, agreement.id AS agreement, agreement.owner,
            (SELECT id FROM meeting WHERE meeting.key = followup.meeting) AS meeting,
            followup.title, side, \(user("followup.responsible")) AS responsible, due_on,
            followup.status, done_on, cancelled_on
        FROM followup JOIN agreement ON agreement.key = followup.agreement
        """

    private static let activity = """
        SELECT activity.id AS activity, agreement.id AS agreement, party.id AS party,
            CASE WHEN agreement.key IS NULL THEN \(unitOfParty) ELSE agreement.owner END AS owner,
            happened_on, activity.kind, theme, sub_goal, participants, outcome
        FROM activity LEFT JOIN agreement ON agreement.key = activity.agreement
            LEFT JOIN party ON party.key = activity.party
        """

    /// The mean of a side's scores of `evaluation`.
    static func score(of side: String) -> String {
        """
        (SELECT avg(score) FROM score WHERE score.evaluation = evaluation.key
            AND score.side = '\(side)')
        """
    }

    /// Evaluations with the score and the rating that follow from those of the two sides.
    static func rated(_ evaluations: String) -> String {
        """
        SELECT *, CASE WHEN score IS NULL THEN 'unrated' WHEN score >= 5.0 THEN 'very_high'
            WHEN score >= 4.5 THEN 'good' WHEN score >= 4.0 THEN 'satisfactory'
            ELSE 'unsatisfactory' END AS rating
        FROM (
            SELECT *, CASE WHEN score_imdi IS NULL THEN score_counterpart
                WHEN score_counterpart IS NULL THEN score_imdi
                ELSE (score_imdi + score_counterpart) / 2 END AS score
            FROM (\(evaluations)))
        """
    }

    private static let evaluation = rated(
        """
        SELECT agreement.id AS agreement, agreement.owner, evaluation.year,
            evaluation.status, submitted_on, approved_on, recommendation,
            reason_without_counterpart, \(score(of: "imdi")) AS score_imdi,
            \(score(of: "counterpart")) AS score_counterpart
        FROM evaluation JOIN agreement ON agreement.key = evaluation.agreement
        """)

    private static let settlement = """
        SELECT municipality.number AS municipality_number, municipality.name AS municipality_name,
            coalesce(municipality.region, county.region) AS owner, year, month, requested, decided,
            settled
        FROM settlement JOIN municipality ON municipality.key = settlement.municipality
            JOIN county ON county.key = municipality.county
        """

    private static let grant = """
        SELECT municipality.number AS municipality_number, agreement.id AS agreement,
            coalesce(agreement.owner, \(unit(ofMunicipality: "\"grant\".municipality"))) AS owner,
            scheme, year, amount
        FROM "grant" LEFT JOIN municipality ON municipality.key = "grant".municipality
            LEFT JOIN agreement ON agreement.key = "grant".agreement
        """

    private static let target = "SELECT unit AS owner, year, indicator, value FROM target"

    private static let audit = """
        SELECT seq, at, actor, request, action, entity, subject, first_key, last_key, count,
            before, after, lower(hex(digest)) AS digest, lower(hex(hash)) AS hash
        FROM audit
        """
}
