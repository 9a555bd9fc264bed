/// What most tests have in their register.
enum OfficeRows {
    /// Four users and an agreement with a municipality from 2012 to 2014.
    static let references = """
        INSERT INTO county (number, name, region) VALUES ('18', 'Nordland', 'nord');
        INSERT INTO municipality (number, name, county) VALUES ('1804', 'Bodø', 1);
        INSERT INTO user (id, name, email, unit, role, active) VALUES
            ('nord.saksbehandler1', 'Saksbehandler 1', 's1@example.no', 'nord', 'caseworker', 1),
            ('nord.saksbehandler2', 'Saksbehandler 2', 's2@example.no', 'nord', 'caseworker', 1),
            ('nord.direktor', 'Direktør', 'd@example.no', 'nord', 'regional_director', 1),
            ('imdi.analytiker', 'Analytiker', 'a@example.no', 'central', 'head_office_analyst', 1);
        INSERT INTO party (id, name, kind, level, municipality)
            VALUES ('bodo', 'Bodø kommune', 'municipality', 'municipal', 1);
        \(agreement("NORD-2012-001"))
        INSERT INTO agreement_party VALUES (1, 1, 1);
        """

    static func agreement(
        _ id: String, status: String = "active", signedOn: String = "2012-01-01",
        from: String = "2012-01-01", to: String = "2014-12-31", endedOn: String? = nil
    ) -> String {
        """
        INSERT INTO agreement (id, title, designation, kind, owner, purpose, signed_on,
            counterpart_signatory, valid_from, valid_to, strategic_meetings_per_year, responsible,
            deputy, status, ended_on)
        VALUES ('\(id)', 'Bodø', 'samarbeidsavtale', 'municipal', 'nord', 'Bosetting',
            '\(signedOn)', 'mayor', '\(from)', '\(to)', 0, 1, 2, '\(status)',
            \(endedOn.map { "'\($0)'" } ?? "NULL"));
        """
    }

    static func followUp(_ id: String, due: String) -> String {
        """
        INSERT INTO followup (id, agreement, title, side, due_on, status)
        VALUES ('\(id)', 1, 'Oppfølging \(id)', 'imdi', '\(due)', 'open');
        """
    }
}
