/// A small register in SQL: two users, a municipality, an agreement and what is under it.
enum Rows {
    static let references = """
        INSERT INTO county (number, name, region) VALUES ('18', 'Nordland', 'nord');
        INSERT INTO municipality (number, name, county) VALUES ('1804', 'Bodø', 1),
            ('1805', 'Narvik', 1);
        INSERT INTO user (id, name, email, unit, role, active) VALUES
            ('nord.saksbehandler1', 'Saksbehandler 1', 's1@example.no', 'nord', 'caseworker', 1),
            ('nord.direktor', 'Direktør', 'd@example.no', 'nord', 'regional_director', 1);
        INSERT INTO party (id, name, kind, level, municipality)
            VALUES ('bodo', 'Bodø kommune', 'municipality', 'municipal', 1);
        INSERT INTO party (id, name, kind, level) VALUES ('nav-nord', 'NAV nord',
            'sector_authority', 'regional');
        INSERT INTO party_region VALUES (2, 'nord'), (2, 'midt');
        INSERT INTO contact (party, name) VALUES (1, 'Rådmannen');
        """

    static let agreement = """
        INSERT INTO agreement (id, title, designation, kind, owner, purpose, signed_on,
            counterpart_signatory, valid_from, valid_to, strategic_meetings_per_year, responsible,
            deputy, status)
        VALUES ('NORD-2012-001', 'Bodø', 'samarbeidsavtale', 'municipal', 'nord', 'Bosetting',
            '2012-01-01', 'mayor', '2012-01-01', '2014-12-31', 2, 1, 2, 'active');
        INSERT INTO agreement_party VALUES (1, 1, 1), (1, 2, 2);
        INSERT INTO agreement_area VALUES (1, 'settlement'), (1, 'employment');
        INSERT INTO commitment (id, agreement, side, text, measurable) VALUES
            ('NORD-2012-001/C1', 1, 'imdi', 'To møter', 1),
            ('NORD-2012-001/C2', 1, 'counterpart', 'Bosetter', 0);
        """

    static let work = """
        INSERT INTO plan (agreement, year, status, adopted_on)
            VALUES (1, 2013, 'adopted', '2013-01-10');
        INSERT INTO measure (id, agreement, year, title, side, due_on, status)
            VALUES ('M1', 1, 2013, 'Kurs', 'both', '2013-03-15', 'planned');
        INSERT INTO meeting (id, agreement, level, first_planned_on, planned_on, status) VALUES
            ('MØTE-1', 1, 'strategic', '2013-03-01', '2013-03-01', 'planned'),
            ('MØTE-2', 1, 'operational', '2013-06-01', '2013-06-01', 'planned');
        INSERT INTO postponement (meeting, decided_on, moved_to)
            VALUES (1, '2013-02-20', '2013-03-20');
        INSERT INTO followup (id, agreement, meeting, title, side, due_on, status)
            VALUES ('F1', 1, 1, 'Sende "brev"', 'imdi', '2013-03-08', 'open');
        INSERT INTO activity (id, agreement, happened_on, kind)
            VALUES ('A1', 1, '2013-02-01', 'visit');
        INSERT INTO evaluation (agreement, year, status, approved_on)
            VALUES (1, 2012, 'approved', '2013-01-20');
        INSERT INTO score (evaluation, side, dimension, score) VALUES
            (1, 'imdi', 'overall', 4), (1, 'imdi', 'services', 5), (1, 'counterpart', 'overall', 3);
        INSERT INTO settlement (municipality, year, month, requested, decided, settled)
            VALUES (1, 2013, 1, 40, 30, 5);
        INSERT INTO "grant" (municipality, scheme, year, amount)
            VALUES (1, 'jobbsjansen', 2013, 100000);
        INSERT INTO "grant" (agreement, scheme, year, amount)
            VALUES (1, 'utviklingsmidler', 2013, 50000);
        INSERT INTO target (unit, year, indicator, value) VALUES ('nord', 2013, 'anchored', 0.9);
        """

    /// One row of everything that the import format does not know.
    static let records = """
        INSERT INTO agreement_archive (agreement, case_number) VALUES (1, '12/345');
        INSERT INTO amendment (agreement, agreed_on, text, changes)
            VALUES (1, '2013-02-01', 'Ett år til', '[]');
        INSERT INTO agreement (id, title, designation, kind, owner, status, renews)
            VALUES ('NORD-2013-009', 'Bodø', '', 'municipal', 'nord', 'draft', 1);
        INSERT INTO carried_promise (followup, origin, agreement, carried_on)
            VALUES (1, 1, 2, '2013-02-01');
        INSERT INTO due_change (followup, due_before, due_on, decided_on, reason)
            VALUES (1, '2013-03-01', '2013-03-08', '2013-02-20', 'Vinter');
        INSERT INTO reassignment (followup, giver, receiver, decided_on, reason)
            VALUES (1, 1, 2, '2013-02-20', 'Ferie');
        INSERT INTO meeting_record (meeting, agenda, minutes_state) VALUES (1, 'Sak 1', 'open');
        INSERT INTO decision (meeting, position, text, side) VALUES (1, 1, 'Kurs', 'imdi');
        INSERT INTO document_content VALUES (
            'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
            CAST('abc' AS BLOB));
        INSERT INTO agreement_document (agreement, kind, name, media_type, size, sha256, added_on,
            added_by)
        VALUES (1, 'signed', 'avtale.pdf', 'application/pdf', 3,
            'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', '2013-02-01',
            'nord.saksbehandler1');
        INSERT INTO handover (giver, receiver, offered_on, state)
            VALUES (1, 2, '2013-02-20', 'offered');
        INSERT INTO handover_agreement (handover, agreement) VALUES (1, 1);
        INSERT INTO rule_edition (number, yaml, status, drafted_by, drafted_at)
            VALUES (1, 'rules: []', 'draft', 'central.administrator', '2013-02-20T08:00:00.000Z');
        INSERT INTO score_comment (evaluation, side, dimension, text)
            VALUES (1, 'imdi', 'overall', 'Godt år');
        INSERT INTO evaluation_step (evaluation, step, taken_on, actor)
            VALUES (1, 'approved', '2013-01-20', 'nord.direktor');
        INSERT INTO conclusion (evaluation, position, text) VALUES (1, 1, 'Flere møter');
        INSERT INTO conclusion_measure (conclusion, measure, made_on)
            VALUES (1, 1, '2013-01-20');
        INSERT INTO respondent (evaluation, contact, language, invited_on, invited_by)
            VALUES (1, 1, 'nb', '2012-12-01', 'nord.saksbehandler1');
        INSERT INTO acknowledgement (rule, subject, due_on, user, answer, until, reason, given_on)
            VALUES ('plan.missing', 'NORD-2012-001', '2013-01-31', 1, 'later', '2013-02-11',
                'Møtet er i februar', '2013-01-20');
        INSERT INTO quiet_period (unit, first_day, last_day, name)
            VALUES ('nord', '2013-07-08', '2013-07-28', 'Fellesferie');
        INSERT INTO mail_preference (user, hour) VALUES (1, 13);
        INSERT INTO target_withdrawal (target, withdrawn_on, reason, restored_on)
            VALUES (1, '2013-01-10', 'Feil tall', '2013-01-11');
        """
}
