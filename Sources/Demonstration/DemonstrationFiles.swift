import Agreements

extension DemonstrationRows {
    /// The rows as files of the import format (import-format.md).
    var files: [CommaSeparated] {
        [
            partyFile, contactFile, agreementFile, commitmentFile, planFile, measureFile,
            meetingFile,
            postponementFile, followUpFile, activityFile, evaluationFile, scoreFile,
            settlementFile, grantFile, targetFile,
        ]
    }

    private var partyFile: CommaSeparated {
        CommaSeparated("parties.csv", "id name kind level municipality_number", parties) {
            [
                .text($0.id), .text($0.name), .word($0.kind), .word($0.level),
                .text($0.municipalityNumber),
            ]
        }
    }

    private var contactFile: CommaSeparated {
        CommaSeparated("contacts.csv", "party name role email", contacts) {
            [.text($0.party), .text($0.name), .text($0.role), .text($0.email)]
        }
    }

    private var agreementFile: CommaSeparated {
        CommaSeparated(
            "agreements.csv",
            "id title designation kind owner parties purpose areas signed_on "
                + "counterpart_signatory valid_from valid_to strategic_meetings_per_year "
                + "operational_meetings_per_year responsible deputy status ended_on end_reason "
                + "renews", agreements
        ) {
            [
                .text($0.id), .text($0.title), .text($0.designation), .word($0.kind),
                .word($0.owner), .list($0.parties), .text($0.purpose),
                .list($0.areas.map(\.rawValue)), .day($0.signedOn),
                .word($0.counterpartSignatory), .day($0.validFrom), .day($0.validTo),
                .number($0.strategicMeetingsPerYear), .number($0.operationalMeetingsPerYear),
                .text($0.responsible), .text($0.deputy), .word($0.status), .day($0.endedOn),
                .text($0.endReason), .text($0.renews),
            ]
        }
    }

    private var commitmentFile: CommaSeparated {
        CommaSeparated("commitments.csv", "id agreement by text measurable", commitments) {
            [
                .text($0.id), .text($0.agreement), .word($0.by), .text($0.text),
                .text($0.isMeasurable ? "true" : "false"),
            ]
        }
    }

    private var planFile: CommaSeparated {
        CommaSeparated("plans.csv", "agreement year status adopted_on", plans) {
            [.text($0.agreement), .number($0.year), .word($0.status), .day($0.adoptedOn)]
        }
    }

    private var measureFile: CommaSeparated {
        CommaSeparated(
            "measures.csv",
            "id agreement year title sub_goal by responsible due_on status done_on cancelled_on "
                + "result", measures
        ) {
            [
                .text($0.id), .text($0.agreement), .number($0.year), .text($0.title),
                .word($0.subGoal), .word($0.by), .text($0.responsible), .day($0.dueOn),
                .word($0.status), .day($0.doneOn), .day($0.cancelledOn), .text($0.result),
            ]
        }
    }

    private var meetingFile: CommaSeparated {
        CommaSeparated(
            "meetings.csv",
            "id agreement level theme first_planned_on status held_on cancelled_on minutes",
            meetings
        ) {
            [
                .text($0.id), .text($0.agreement), .word($0.level), .text($0.theme),
                .day($0.firstPlannedOn), .word($0.status), .day($0.heldOn), .day($0.cancelledOn),
                .text($0.minutes),
            ]
        }
    }

    private var postponementFile: CommaSeparated {
        CommaSeparated("postponements.csv", "meeting decided_on to reason", postponements) {
            [.text($0.meeting), .day($0.decidedOn), .day($0.to), .text($0.reason)]
        }
    }

    private var followUpFile: CommaSeparated {
        CommaSeparated(
            "followups.csv",
            "id agreement meeting title by responsible due_on status done_on cancelled_on",
            followUps
        ) {
            [
                .text($0.id), .text($0.agreement), .text($0.meeting), .text($0.title),
                .word($0.by), .text($0.responsible), .day($0.dueOn), .word($0.status),
                .day($0.doneOn), .day($0.cancelledOn),
            ]
        }
    }

    private var activityFile: CommaSeparated {
        CommaSeparated(
            "activities.csv",
            "id agreement party on kind theme sub_goal participants outcome", activities
        ) {
            [
                .text($0.id), .text($0.agreement), .text($0.party), .day($0.on), .word($0.kind),
                .text($0.theme), .word($0.subGoal), .number($0.participants), .text($0.outcome),
            ]
        }
    }

    private var evaluationFile: CommaSeparated {
        CommaSeparated(
            "evaluations.csv",
            "agreement year status submitted_on approved_on recommendation "
                + "reason_without_counterpart", evaluations
        ) {
            [
                .text($0.agreement), .number($0.year), .word($0.status), .day($0.submittedOn),
                .day($0.approvedOn), .word($0.recommendation), .text($0.reasonWithoutCounterpart),
            ]
        }
    }

    private var scoreFile: CommaSeparated {
        CommaSeparated("scores.csv", "agreement year side dimension score", scores) {
            [
                .text($0.agreement), .number($0.year), .word($0.side), .text($0.dimension),
                .number($0.score),
            ]
        }
    }

    private var settlementFile: CommaSeparated {
        CommaSeparated(
            "settlement.csv", "municipality_number year month requested decided settled",
            settlement
        ) {
            [
                .text($0.municipalityNumber), .number($0.year), .number($0.month),
                .number($0.requested), .number($0.decided), .number($0.settled),
            ]
        }
    }

    private var grantFile: CommaSeparated {
        CommaSeparated(
            "grants.csv", "municipality_number agreement scheme year amount", grants
        ) {
            [
                .text($0.municipalityNumber), .text($0.agreement), .text($0.scheme),
                .number($0.year), .number($0.amount),
            ]
        }
    }

    private var targetFile: CommaSeparated {
        CommaSeparated("targets.csv", "unit year indicator value", targets) {
            [.text($0.unit), .number($0.year), .text($0.indicator), .text("\($0.value)")]
        }
    }
}
