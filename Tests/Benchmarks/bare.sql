-- The indexes of the register's tables, on tables that have the columns of the files and nothing
-- else: what `avtalt import` is measured against. What only the register keeps (link tables, the
-- audit trail, keys, checks) is not there. A meeting's planned date is not in its file; its first
-- one stands in for it.
CREATE UNIQUE INDEX users_id ON users (id);
CREATE UNIQUE INDEX parties_id ON parties (id);
CREATE UNIQUE INDEX agreements_id ON agreements (id);
CREATE INDEX agreements_owner ON agreements (owner);
CREATE INDEX agreements_valid_to ON agreements (valid_to);
CREATE INDEX agreements_renews ON agreements (renews) WHERE renews <> '';
CREATE UNIQUE INDEX commitments_id ON commitments (id);
CREATE INDEX commitments_agreement ON commitments (agreement);
CREATE UNIQUE INDEX plans_agreement ON plans (agreement, year);
CREATE INDEX plans_year ON plans (year);
CREATE UNIQUE INDEX measures_id ON measures (id);
CREATE INDEX measures_agreement ON measures (agreement);
CREATE INDEX measures_due_on ON measures (due_on);
CREATE INDEX measures_open ON measures (due_on) WHERE status IN ('planned', 'in_progress');
CREATE INDEX measures_done_late ON measures (done_on) WHERE done_on > due_on;
CREATE INDEX measures_cancelled_late ON measures (cancelled_on) WHERE cancelled_on > due_on;
CREATE UNIQUE INDEX meetings_id ON meetings (id);
CREATE INDEX meetings_agreement ON meetings (agreement);
CREATE INDEX meetings_first_planned_on ON meetings (first_planned_on);
CREATE INDEX meetings_planned_on ON meetings (first_planned_on) WHERE status = 'planned';
CREATE INDEX meetings_held_on ON meetings (held_on) WHERE held_on <> '';
CREATE UNIQUE INDEX postponements_meeting ON postponements (meeting, decided_on, "to");
CREATE UNIQUE INDEX followups_id ON followups (id);
CREATE INDEX followups_agreement ON followups (agreement);
CREATE INDEX followups_due_on ON followups (due_on);
CREATE INDEX followups_open ON followups (due_on) WHERE status = 'open';
CREATE INDEX followups_done_late ON followups (done_on) WHERE done_on > due_on;
CREATE INDEX followups_cancelled_late ON followups (cancelled_on) WHERE cancelled_on > due_on;
CREATE UNIQUE INDEX activities_id ON activities (id);
CREATE INDEX activities_happened_on ON activities ("on");
CREATE INDEX activities_agreement ON activities (agreement);
CREATE UNIQUE INDEX evaluations_agreement ON evaluations (agreement, year);
CREATE INDEX evaluations_year ON evaluations (year);
CREATE UNIQUE INDEX scores_evaluation ON scores (agreement, year, side, dimension);
CREATE UNIQUE INDEX settlement_month ON settlement (year, municipality_number, month);
CREATE INDEX grants_municipality ON grants (year, municipality_number, scheme)
    WHERE municipality_number <> '';
CREATE INDEX grants_agreement ON grants (year, agreement, scheme) WHERE agreement <> '';
CREATE UNIQUE INDEX targets_unit ON targets (unit, year, indicator);
