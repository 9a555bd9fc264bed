-- What falls due on a working day and who hears of it (domain.md, 7), as hand-written SQL on the
-- register's file: the peer that `avtalt notices` is measured against. Parameter: :on, a working
-- day between March 2010 and December 2015. Rows: rule, subject, due date, stage, recipients.
.mode list
.separator |
-- Working days around the day, numbered.
CREATE TEMP TABLE closed (day TEXT PRIMARY KEY);
INSERT INTO closed
WITH easter (sunday) AS (VALUES ('2010-04-04'), ('2011-04-24'), ('2012-04-08'), ('2013-03-31'),
        ('2014-04-20'), ('2015-04-05'), ('2016-03-27')),
    after_easter (days) AS (VALUES (-3), (-2), (1), (39), (50)),
    fixed (day) AS (VALUES ('-01-01'), ('-05-01'), ('-05-17'), ('-12-24'), ('-12-25'), ('-12-26'),
        ('-12-31'))
SELECT date(sunday, days || ' days') FROM easter, after_easter
UNION SELECT substr(sunday, 1, 4) || day FROM easter, fixed;
CREATE TEMP TABLE workday (n INTEGER PRIMARY KEY, day TEXT);
INSERT INTO workday (day)
WITH RECURSIVE near (day) AS (
    SELECT date(:on, '-50 days') UNION ALL
    SELECT date(day, '+1 day') FROM near WHERE day < date(:on, '+50 days'))
SELECT day FROM near
WHERE strftime('%w', day) NOT IN ('0', '6') AND day NOT IN (SELECT day FROM closed) ORDER BY day;

-- The due dates whose stage falls on the day: after `low`, up to `high`.
CREATE TEMP TABLE stage (rule TEXT, stage INTEGER, low TEXT, high TEXT, roles TEXT);
INSERT INTO stage
WITH today (n) AS (SELECT n FROM workday WHERE day = :on),
    timing (rule, stage, working_days, roles) AS (VALUES
        ('meeting.upcoming', 1, -10, 'r'), ('meeting.upcoming', 2, -2, 'rd'),
        ('meeting.outcome', 1, 2, 'r'), ('meeting.outcome', 2, 10, 'l'),
        ('meeting.outcome', 3, 20, 'h'),
        ('work', 1, -5, 'r'), ('work', 2, 0, 'r'), ('work', 3, 5, 'rd'), ('work', 4, 10, 'l'),
        ('work', 5, 20, 'h'),
        ('agreement.expired', 1, 1, 'rl'), ('agreement.expired', 2, 20, 'h'))
SELECT rule, stage,
    CASE WHEN working_days > 0
        THEN (SELECT date(day, '-1 day') FROM workday WHERE workday.n = today.n - working_days)
        ELSE (SELECT day FROM workday WHERE workday.n = today.n - working_days - 1) END,
    CASE WHEN working_days > 0
        THEN (SELECT date(day, '-1 day') FROM workday WHERE workday.n = today.n - working_days + 1)
        ELSE (SELECT day FROM workday WHERE workday.n = today.n - working_days) END,
    roles
FROM timing, today;
-- A date of the year falls on the day when it lies after the working day before, up to the day.
CREATE TEMP TABLE dated (rule TEXT, stage INTEGER, year INTEGER, roles TEXT);
INSERT INTO dated
WITH yearly (rule, stage, date, shift, roles) AS (VALUES
        ('meeting.missing', 1, '-03-01', 0, 'r'), ('meeting.missing', 2, '-06-01', 0, 'l'),
        ('meeting.missing', 3, '-10-01', 0, 'h'),
        ('plan.missing', 1, '-12-01', 1, 'r'), ('plan.missing', 2, '-01-15', 0, 'r'),
        ('plan.missing', 3, '-02-01', 0, 'l'), ('plan.missing', 4, '-03-01', 0, 'h'),
        ('evaluation.due', 1, '-11-15', 0, 'r'), ('evaluation.due', 2, '-12-15', 0, 'rd'),
        ('evaluation.due', 3, '-01-15', -1, 'rd'), ('evaluation.due', 4, '-02-10', -1, 'l'),
        ('evaluation.due', 5, '-03-01', -1, 'h')),
    year (year) AS (SELECT CAST(substr(:on, 1, 4) AS INTEGER)
        UNION SELECT CAST(substr(:on, 1, 4) AS INTEGER) - 1)
SELECT rule, stage, year + shift, roles FROM yearly, year
WHERE year || date > (SELECT max(day) FROM workday WHERE day < :on) AND year || date <= :on;

-- Who is there.
CREATE TEMP TABLE there AS SELECT key, id, unit, role FROM user
WHERE active AND NOT (leave_from IS NOT NULL AND leave_from <= :on
    AND (leave_to IS NULL OR leave_to >= :on));
CREATE TEMP TABLE head_office AS SELECT id FROM there WHERE role = 'head_office_analyst';
CREATE TEMP TABLE unit (unit TEXT);
INSERT INTO unit VALUES ('ost'), ('indre_ost'), ('sor'), ('vest'), ('midt'), ('nord'), ('central');
CREATE TEMP TABLE leader AS
SELECT unit.unit, there.id FROM unit JOIN there ON there.unit = unit.unit AND there.role =
    CASE unit.unit WHEN 'central' THEN 'head_office_director' ELSE 'regional_director' END;
INSERT INTO leader SELECT unit, id FROM unit, head_office
WHERE unit NOT IN (SELECT unit FROM leader);

CREATE TEMP TABLE found (rule TEXT, subject TEXT, due_on TEXT, stage INTEGER, roles TEXT,
    unit TEXT, responsible INTEGER, deputy INTEGER);
INSERT INTO found
SELECT stage.rule, meeting.id, planned_on, stage, roles, owner, responsible, deputy
FROM stage CROSS JOIN meeting ON meeting.status = 'planned' AND planned_on > low
        AND planned_on <= high
    JOIN agreement ON agreement.key = meeting.agreement
WHERE stage.rule LIKE 'meeting.%';
INSERT INTO found
SELECT 'followup.due', followup.id, due_on, stage, roles, owner,
    coalesce(followup.responsible, agreement.responsible), deputy
FROM stage CROSS JOIN followup ON followup.status = 'open' AND due_on > low AND due_on <= high
    JOIN agreement ON agreement.key = followup.agreement
WHERE stage.rule = 'work';
INSERT INTO found
SELECT 'measure.due', measure.id, due_on, stage, roles, owner,
    coalesce(measure.responsible, agreement.responsible), deputy
FROM stage CROSS JOIN measure ON measure.status IN ('planned', 'in_progress') AND due_on > low
        AND due_on <= high
    JOIN agreement ON agreement.key = measure.agreement
WHERE stage.rule = 'work';
INSERT INTO found
SELECT 'agreement.expired', id, valid_to, stage, roles, owner, responsible, deputy
FROM stage CROSS JOIN agreement ON valid_to > low AND valid_to <= high
WHERE stage.rule = 'agreement.expired' AND status = 'active' AND NOT EXISTS (
    SELECT 1 FROM agreement AS later WHERE later.renews = agreement.key
        AND later.status <> 'abandoned');
-- Months before: the last of a shorter month stands for the days that it has not.
INSERT INTO found
WITH early (stage, months, roles) AS (VALUES (1, 12, 'r'), (2, 6, 'r'), (3, 3, 'rl'), (4, 1, 'l'))
SELECT 'agreement.expiry', id, valid_to, stage, roles, owner, responsible, deputy
FROM early CROSS JOIN agreement
    ON valid_to > date(:on, '-9 days', months || ' months')
        AND valid_to <= date(:on, '+4 days', months || ' months')
        AND min(date(valid_to, -months || ' months'),
            date(valid_to, 'start of month', (1 - months) || ' months', '-1 day'))
            BETWEEN date((SELECT max(day) FROM workday WHERE day < :on), '+1 day') AND :on
WHERE status IN ('active', 'ended') AND signed_on <= :on AND valid_from <= :on AND valid_to >= :on
    AND (ended_on IS NULL OR ended_on > :on) AND NOT EXISTS (
        SELECT 1 FROM agreement AS later WHERE later.renews = agreement.key
            AND later.status <> 'abandoned');
INSERT INTO found
SELECT rule, id, year || '-12-31', stage, roles, owner, responsible, deputy
FROM dated CROSS JOIN agreement
WHERE rule = 'meeting.missing' AND status IN ('active', 'ended') AND signed_on <= :on
    AND valid_from <= :on AND valid_to >= :on AND (ended_on IS NULL OR ended_on > :on)
    AND strategic_meetings_per_year > (
        SELECT count(*) FROM meeting WHERE meeting.agreement = agreement.key
            AND level = 'strategic' AND meeting.status <> 'cancelled'
            AND coalesce(held_on, planned_on) BETWEEN year || '-01-01' AND year || '-12-31');
INSERT INTO found
SELECT rule, id, year || '-01-31', stage, roles, owner, responsible, deputy
FROM dated CROSS JOIN agreement
WHERE rule = 'plan.missing' AND status IN ('active', 'ended') AND signed_on <= year || '-01-01'
    AND valid_from <= year || '-01-01' AND valid_to >= year || '-01-01'
    AND (ended_on IS NULL OR ended_on > year || '-01-01') AND NOT EXISTS (
        SELECT 1 FROM plan WHERE plan.agreement = agreement.key AND plan.year = dated.year
            AND plan.status <> 'draft');
INSERT INTO found
SELECT rule, id, (year + 1) || '-01-31', stage, roles, owner, responsible, deputy
FROM dated CROSS JOIN agreement
WHERE rule = 'evaluation.due' AND status IN ('active', 'ended') AND signed_on <= year || '-11-15'
    AND valid_from <= year || '-11-15' AND valid_to >= year || '-11-15'
    AND (ended_on IS NULL OR ended_on > year || '-11-15') AND NOT EXISTS (
        SELECT 1 FROM evaluation WHERE evaluation.agreement = agreement.key
            AND evaluation.year = dated.year AND evaluation.status = 'approved');
-- The month before, on its fifth and tenth working day.
INSERT INTO found
WITH month (last) AS (SELECT date(:on, 'start of month', '-1 day')),
    nth (n) AS (SELECT count(*) FROM workday WHERE day > (SELECT last FROM month) AND day <= :on),
    late (number, stage, roles) AS (VALUES (5, 1, 'c'), (10, 2, 'l'))
SELECT DISTINCT 'settlement.missing', coalesce(municipality.region, county.region), last, stage,
    roles, coalesce(municipality.region, county.region), NULL, NULL
FROM late JOIN nth ON nth.n = late.number
    JOIN month JOIN settlement ON settlement.year = CAST(substr(last, 1, 4) AS INTEGER)
        AND decided > 0
    JOIN municipality ON municipality.key = settlement.municipality
    JOIN county ON county.key = municipality.county
WHERE NOT EXISTS (SELECT 1 FROM settlement AS figure WHERE figure.year = settlement.year
    AND figure.municipality = settlement.municipality
    AND figure.month = CAST(substr(last, 6, 2) AS INTEGER) AND figure.settled IS NOT NULL);

SELECT rule, subject, due_on, stage, (
    SELECT group_concat(id) FROM (
        SELECT id FROM there WHERE instr(roles, 'r') AND key = coalesce(
            (SELECT key FROM there WHERE key = found.responsible),
            (SELECT key FROM there WHERE key = found.deputy))
        UNION
        SELECT id FROM there WHERE instr(roles, 'd') AND key = found.deputy
        UNION
        SELECT id FROM there WHERE instr(roles, 'c') AND unit = found.unit
            AND role = 'settlement_coordinator'
        UNION
        SELECT id FROM leader WHERE leader.unit = found.unit AND (instr(roles, 'l')
            OR (instr(roles, 'rd') AND NOT EXISTS (
                SELECT 1 FROM there WHERE key = found.deputy))
            OR (instr(roles, 'r') AND NOT EXISTS (
                SELECT 1 FROM there WHERE key IN (found.responsible, found.deputy)))
            OR (instr(roles, 'c') AND NOT EXISTS (
                SELECT 1 FROM there WHERE unit = found.unit AND role = 'settlement_coordinator')))
        UNION
        SELECT id FROM head_office WHERE instr(roles, 'h')
        ORDER BY id))
FROM found ORDER BY rule, subject, due_on, stage;
