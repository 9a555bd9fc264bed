-- The indicators of domain.md, section 9, of a period, as hand-written aggregates on the
-- register's file: the peer that `avtalt report` is measured against, and a second opinion on its
-- figures. Parameters: :from, :to. Rows: unit or `total`, indicator, figures in the report's order.
.mode list
.separator |
CREATE TEMP TABLE at AS SELECT
    CAST(substr(:to, 1, 4) AS INTEGER) AS year,
    (CAST(substr(:to, 1, 4) AS INTEGER) - 1) || '-12-31' AS year_before,
    CAST(substr(:to, 6, 2) AS INTEGER)
        - (:to <> date(:to, 'start of month', '+1 month', '-1 day')) AS last_month;

-- Places: municipalities with their region, and those that an agreement in force covers.
CREATE TEMP TABLE place (key INTEGER PRIMARY KEY, region TEXT, is_valid INTEGER, covered INTEGER);
INSERT INTO place SELECT municipality.key, coalesce(municipality.region, county.region),
    coalesce(municipality.valid_from, :to) <= :to AND :to <= coalesce(municipality.valid_to, :to), 0
FROM municipality JOIN county ON county.key = municipality.county;

CREATE TEMP TABLE in_force (key INTEGER PRIMARY KEY, owner TEXT, kind TEXT);
INSERT INTO in_force SELECT key, owner, kind FROM agreement
WHERE status IN ('active', 'ended') AND signed_on <= :to AND valid_from <= :to AND valid_to >= :to
    AND (ended_on IS NULL OR ended_on > :to)
ORDER BY key;

UPDATE place SET covered = 1 WHERE is_valid AND key IN (
    WITH RECURSIVE stands(place) AS (
        SELECT party.municipality FROM in_force
            JOIN agreement_party AS link ON link.agreement = in_force.key
            JOIN party ON party.key = link.party
        WHERE in_force.kind = 'municipal' AND party.kind IN ('municipality', 'city_district')
        UNION
        SELECT successor FROM stands JOIN place ON place.key = stands.place
            JOIN municipality_successor AS heir ON heir.municipality = place.key
        WHERE NOT place.is_valid)
    SELECT place FROM stands);

-- The unit that a party's activities belong to.
CREATE TEMP TABLE party_unit (key INTEGER PRIMARY KEY, unit TEXT);
INSERT INTO party_unit SELECT party.key, coalesce(
    (WITH RECURSIVE stands(place, depth) AS (
        SELECT party.municipality, 0
        UNION
        SELECT successor, depth + 1 FROM stands JOIN place ON place.key = stands.place
            JOIN municipality_successor AS heir ON heir.municipality = place.key
        WHERE NOT place.is_valid AND depth < 20)
    SELECT place.region FROM stands JOIN place ON place.key = stands.place
    WHERE place.is_valid ORDER BY depth, place.key LIMIT 1),
    (SELECT region FROM place WHERE key = party.municipality),
    (SELECT region FROM county WHERE key = party.county),
    (SELECT min(region) FROM party_region WHERE party = party.key HAVING count(*) = 1),
    'central')
FROM party;

-- I1
SELECT owner, 'agreements_in_force', count(*), sum(kind = 'municipal'), sum(kind = 'sector'),
    sum(kind = 'voluntary') FROM in_force GROUP BY owner;

-- I2
SELECT region, 'municipalities_covered', sum(covered), count(*) FROM place WHERE is_valid
GROUP BY region;

-- I3 I15
CREATE TEMP TABLE latest AS
SELECT region, covered,
    (SELECT requested FROM settlement WHERE year = at.year AND municipality = place.key
        AND month <= last_month AND requested IS NOT NULL ORDER BY month DESC LIMIT 1) AS requested,
    (SELECT decided FROM settlement WHERE year = at.year AND municipality = place.key
        AND month <= last_month AND decided IS NOT NULL ORDER BY month DESC LIMIT 1) AS decided,
    (SELECT settled FROM settlement WHERE year = at.year AND municipality = place.key
        AND month <= last_month AND settled IS NOT NULL ORDER BY month DESC LIMIT 1) AS settled
FROM place, at;
SELECT region, 'settled_under_agreement', coalesce(sum(CASE WHEN covered THEN settled END), 0),
    coalesce(sum(settled), 0) FROM latest GROUP BY region;
SELECT region, 'settlement', coalesce(sum(requested), 0), coalesce(sum(decided), 0),
    coalesce(sum(settled), 0) FROM latest GROUP BY region;

-- I4 I10 I11
WITH met AS (
    SELECT in_force.owner,
        coalesce(counterpart_signatory IN ('mayor', 'chief_executive', 'director'), 0) AS r1,
        date(valid_to, '+1 day') >= date(valid_from, '+24 months',
            CASE WHEN valid_from LIKE '%-02-29' THEN '-1 day' ELSE '+0 days' END) AS r2,
        trim(coalesce(purpose, '')) <> '' AS r3,
        EXISTS (SELECT 1 FROM agreement_area AS link WHERE link.agreement = agreement.key
            AND (in_force.kind <> 'municipal' OR area IN ('settlement', 'qualification'))) AS r4,
        EXISTS (SELECT 1 FROM commitment WHERE commitment.agreement = agreement.key
                AND measurable AND side IN ('imdi', 'both'))
            AND EXISTS (SELECT 1 FROM commitment WHERE commitment.agreement = agreement.key
                AND measurable AND side IN ('counterpart', 'both')) AS r5,
        EXISTS (SELECT 1 FROM plan WHERE plan.agreement = agreement.key AND plan.year = at.year
            AND adopted_on <= :to) AS r6,
        coalesce(strategic_meetings_per_year, 0) >= 1 AS r7,
        coalesce(responsible <> deputy
            AND (SELECT active FROM user WHERE user.key = responsible)
            AND (SELECT active FROM user WHERE user.key = deputy), 0) AS r8,
        NOT (signed_on <= year_before AND valid_from <= year_before AND valid_to >= year_before
                AND (ended_on IS NULL OR ended_on > year_before))
            OR EXISTS (SELECT 1 FROM evaluation WHERE evaluation.agreement = agreement.key
                AND evaluation.year = at.year - 1 AND evaluation.status = 'approved'
                AND approved_on <= :to) AS r9
    FROM in_force JOIN agreement USING (key), at),
judged AS MATERIALIZED (
    SELECT owner, sum(r6) AS planned, sum(r1) AS anchored,
        sum(r1 + r2 + r3 + r4 + r5 + r6 + r7 + r8 + r9) AS met, count(*) AS n
    FROM met GROUP BY owner)
SELECT owner, 'plan_coverage', planned, n FROM judged
UNION ALL SELECT owner, 'commitment_grade', met, 9 * n FROM judged
UNION ALL SELECT owner, 'anchored', anchored, n FROM judged;

-- I5 I5a I5b I5c
CREATE TEMP TABLE met AS
SELECT agreement.owner, status_held AS held, postponed, cancelled, delay FROM (
    SELECT meeting.agreement, status = 'held' AND held_on <= :to AS status_held,
        EXISTS (SELECT 1 FROM postponement WHERE postponement.meeting = meeting.key
            AND decided_on <= :to) AS postponed,
        status = 'cancelled' AND cancelled_on <= :to AS cancelled,
        CASE WHEN status = 'held' AND held_on <= :to THEN
            CAST(max(0, julianday(held_on) - julianday(first_planned_on)) AS INTEGER) END AS delay
    FROM meeting WHERE first_planned_on BETWEEN :from AND :to) AS meeting
JOIN agreement ON agreement.key = meeting.agreement;
SELECT owner, 'meetings_held', sum(held), count(*) FROM met GROUP BY owner;
SELECT owner, 'meetings_postponed', sum(postponed), count(*) FROM met GROUP BY owner;
SELECT owner, 'meetings_cancelled', sum(cancelled), count(*) FROM met GROUP BY owner;
SELECT owner, 'meeting_delay_days', avg(delay), max(n) FROM (
    SELECT owner, delay, row_number() OVER (PARTITION BY owner ORDER BY delay) AS place,
        count(*) OVER (PARTITION BY owner) AS n
    FROM met WHERE delay IS NOT NULL)
WHERE place IN ((n + 1) / 2, n / 2 + 1) GROUP BY owner;
SELECT 'total', 'meeting_delay_days', avg(delay), max(n) FROM (
    SELECT delay, row_number() OVER (ORDER BY delay) AS place, count(*) OVER () AS n
    FROM met WHERE delay IS NOT NULL)
WHERE place IN ((n + 1) / 2, n / 2 + 1);

-- I6 I7
SELECT owner, 'followups_on_time', sum(followup.status = 'done' AND done_on <= due_on), count(*)
FROM followup JOIN agreement ON agreement.key = followup.agreement
WHERE due_on BETWEEN :from AND :to AND NOT (followup.status = 'cancelled' AND cancelled_on <= :to)
GROUP BY owner;
SELECT owner, 'measures_done', sum(measure.status = 'done' AND done_on <= :to), count(*)
FROM measure JOIN agreement ON agreement.key = measure.agreement
WHERE due_on BETWEEN :from AND :to AND NOT (measure.status = 'cancelled' AND cancelled_on <= :to)
GROUP BY owner;

-- I8 I9
WITH due AS (
    SELECT owner, EXISTS (SELECT 1 FROM evaluation WHERE evaluation.agreement = agreement.key
        AND evaluation.year = at.year - 1 AND evaluation.status = 'approved'
        AND approved_on <= :to) AS approved
    FROM agreement, at
    WHERE status IN ('active', 'ended') AND signed_on <= year_before
        AND valid_from <= year_before AND valid_to >= year_before
        AND (ended_on IS NULL OR ended_on > year_before))
SELECT owner, 'evaluation_coverage', sum(approved), count(*) FROM due GROUP BY owner;
CREATE TEMP TABLE scored AS
SELECT owner, side, avg(score) AS score
FROM evaluation JOIN at ON evaluation.year = at.year - 1
    JOIN agreement ON agreement.key = evaluation.agreement
    JOIN score ON score.evaluation = evaluation.key
WHERE evaluation.status = 'approved' AND approved_on <= :to
GROUP BY evaluation.key, side;
SELECT owner, 'score_' || side, avg(score), count(*) FROM scored GROUP BY owner, side;
SELECT 'total', 'score_' || side, avg(score), count(*) FROM scored GROUP BY side;

-- I12 I17
CREATE TEMP TABLE happened AS
SELECT coalesce(agreement.owner, unit) AS unit, activity.kind, sub_goal,
    coalesce(agreement.kind = 'municipal', party.kind IN ('municipality', 'city_district'))
        AS municipal
FROM activity LEFT JOIN agreement ON agreement.key = activity.agreement
    LEFT JOIN party ON party.key = activity.party
    LEFT JOIN party_unit ON party_unit.key = activity.party
WHERE happened_on BETWEEN :from AND :to;
SELECT unit, 'activities', count(*) FROM happened GROUP BY unit;
SELECT unit, 'activities.kind.' || kind, count(*) FROM happened GROUP BY unit, kind;
SELECT unit, 'activities.sub_goal.' || sub_goal, count(*) FROM happened
WHERE sub_goal IS NOT NULL GROUP BY unit, sub_goal;
SELECT unit, 'municipal_meetings', sum(n) FROM (
    SELECT owner AS unit, count(*) AS n FROM meeting
        JOIN agreement ON agreement.key = meeting.agreement
    WHERE held_on BETWEEN :from AND :to AND meeting.status = 'held' AND kind = 'municipal'
    GROUP BY owner
    UNION ALL
    SELECT unit, count(*) FROM happened WHERE kind = 'visit' AND municipal GROUP BY unit)
GROUP BY unit;

-- I13
WITH late AS (
    SELECT agreement, due_on FROM followup
    WHERE due_on < :to AND NOT (status = 'done' AND done_on <= :to)
        AND NOT (status = 'cancelled' AND cancelled_on <= :to)
    UNION ALL
    SELECT agreement, due_on FROM measure
    WHERE due_on < :to AND NOT (status = 'done' AND done_on <= :to)
        AND NOT (status = 'cancelled' AND cancelled_on <= :to))
SELECT owner, 'overdue', count(*), sum(due_on >= date(:to, '-30 days')),
    sum(due_on < date(:to, '-30 days') AND due_on >= date(:to, '-90 days')),
    sum(due_on < date(:to, '-90 days'))
FROM late JOIN agreement ON agreement.key = late.agreement GROUP BY owner;

-- I14
WITH cell AS (
    SELECT party.key AS party, 'central' AS unit FROM party
    WHERE kind IN ('sector_authority', 'county_authority', 'county_governor')
        AND level = 'national'
    UNION ALL
    SELECT party.key, party_region.region FROM party
        JOIN party_region ON party_region.party = party.key
    WHERE kind IN ('sector_authority', 'county_authority', 'county_governor')
        AND level = 'regional'
    UNION ALL
    SELECT party.key, county.region FROM party JOIN county ON county.key = party.county
    WHERE kind IN ('sector_authority', 'county_authority', 'county_governor')
        AND level = 'county')
SELECT unit, 'sector_coverage',
    sum(EXISTS (SELECT 1 FROM agreement_party AS link JOIN in_force ON in_force.key = link.agreement
        WHERE link.party = cell.party AND kind = 'sector' AND owner = cell.unit)), count(*)
FROM cell GROUP BY unit;

-- I16
CREATE TEMP TABLE given AS
SELECT coalesce(agreement.owner, place.region) AS unit, scheme, amount,
    coalesce(place.covered, in_force.key IS NOT NULL) AS under
FROM "grant" LEFT JOIN agreement ON agreement.key = "grant".agreement
    LEFT JOIN in_force ON in_force.key = "grant".agreement
    LEFT JOIN place ON place.key = "grant".municipality
WHERE year = (SELECT year FROM at);
SELECT unit, 'grants', sum(CASE WHEN under THEN amount ELSE 0 END), sum(amount) FROM given
GROUP BY unit;
SELECT unit, 'grants.' || scheme, sum(CASE WHEN under THEN amount ELSE 0 END), sum(amount)
FROM given GROUP BY unit, scheme;
