-- The first page of the list of agreements, as Sources/Register/Queries/Lists asks for it.
SELECT a.key, a.id, a.title, a.designation, a.kind, a.owner, a.status, l.party_names,
    a.signed_on, a.valid_from, a.valid_to, a.ended_on,
    responsible.id AS responsible_id, responsible.name AS responsible_name,
    deputy.id AS deputy_id, deputy.name AS deputy_name,
    EXISTS (SELECT 1 FROM agreement AS later
        WHERE later.renews = a.key AND later.status <> 'abandoned') AS is_renewed,
    (SELECT min(planned_on) FROM meeting WHERE meeting.agreement = a.key
        AND status = 'planned' AND planned_on >= :day) AS next_meeting_on,
    (SELECT count(*) FROM followup WHERE followup.agreement = a.key
        AND status = 'open' AND due_on < :day)
    + (SELECT count(*) FROM measure WHERE measure.agreement = a.key
        AND status IN ('planned', 'in_progress') AND due_on < :day) AS late
FROM agreement AS a JOIN agreement_listing AS l ON l.agreement = a.key
LEFT JOIN user AS responsible ON responsible.key = a.responsible
LEFT JOIN user AS deputy ON deputy.key = a.deputy
ORDER BY a.id LIMIT :limit
