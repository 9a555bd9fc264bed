extension RowContent {
    /// What the pages record beside the import format; it is in backups and not in exports.
    static let recorded: [RowContent] = [
        RowContent(
            "agreement_archive", "agreement public_title case_number access_ground",
            subject: "(SELECT id FROM agreement WHERE key = agreement_archive.agreement)"),
        RowContent(
            "amendment", "agreement agreed_on text changes",
            subject: "\(agreement("amendment")) || agreed_on"),
        RowContent(
            "carried_promise", "followup measure origin agreement carried_on",
            subject: """
                coalesce((SELECT id FROM followup WHERE key = carried_promise.followup),
                (SELECT id FROM measure WHERE key = carried_promise.measure))
                """),
        RowContent(
            "due_change", "followup measure due_before due_on decided_on reason",
            subject: """
                coalesce((SELECT id FROM followup WHERE key = due_change.followup),
                (SELECT id FROM measure WHERE key = due_change.measure)) || '/' || due_on
                """),
        RowContent(
            "meeting_record",
            "meeting agenda imdi_roles counterpart_roles minutes_state closed_on",
            subject: "(SELECT id FROM meeting WHERE key = meeting_record.meeting)"),
        RowContent(
            "decision", "meeting position text side responsible due_on followup",
            subject: """
                (SELECT id FROM meeting WHERE key = decision.meeting) || '/' || position
                """),
        RowContent(
            "agreement_document",
            "agreement meeting kind name media_type size sha256 added_on added_by",
            subject: "\(agreement("agreement_document")) || name"),
        RowContent(
            "handover", "giver receiver note offered_on state decided_on decision_note",
            subject: """
                (SELECT id FROM user WHERE key = handover.giver) || '/'
                || (SELECT id FROM user WHERE key = handover.receiver) || '/' || offered_on
                """),
        RowContent(
            "handover_agreement", "handover agreement note",
            subject: "\(agreement("handover_agreement")) || handover"),
        RowContent(
            "rule_edition",
            "number yaml note status drafted_by drafted_at adopted_by adopted_at",
            subject: "'edition ' || number"),
        RowContent(
            "reassignment", "followup measure giver receiver decided_on reason",
            subject: """
                coalesce((SELECT id FROM followup WHERE key = reassignment.followup),
                (SELECT id FROM measure WHERE key = reassignment.measure)) || '/' || decided_on
                """),
        RowContent(
            "score_comment", "evaluation side dimension text",
            subject: "\(evaluation("score_comment")) || side || '/' || dimension"),
        RowContent(
            "evaluation_step", "evaluation step taken_on actor comment",
            subject: "\(evaluation("evaluation_step")) || step"),
        RowContent(
            "conclusion", "evaluation position text withdrawn_on",
            subject: "\(evaluation("conclusion")) || position"),
        RowContent(
            "conclusion_measure", "conclusion measure made_on",
            subject: "(SELECT id FROM measure WHERE measure.key = conclusion_measure.measure)"),
        RowContent(
            "respondent", "evaluation contact language invited_on invited_by ended_on",
            subject: "\(evaluation("respondent")) || 'respondent ' || respondent.key"),
        RowContent(
            "acknowledgement", "rule subject due_on user answer until reason given_on",
            subject: "rule || ' ' || subject || ' ' || due_on"),
        RowContent(
            "quiet_period", "unit first_day last_day name cancelled_on",
            subject: "unit || '/' || first_day"),
        RowContent(
            "target_withdrawal", "target withdrawn_on reason restored_on",
            subject: """
                (SELECT unit || '/' || year || '/' || indicator FROM target
                WHERE target.key = target_withdrawal.target) || '/' || withdrawn_on
                """),
        RowContent(
            "mail_preference", "user hour",
            subject: "(SELECT id FROM user WHERE key = mail_preference.user)"),
    ]

    /// `NORD-2012-001/2013/` of the evaluation that a row lies under.
    private static func evaluation(_ table: String) -> String {
        """
        (SELECT agreement.id || '/' || year FROM evaluation
        JOIN agreement ON agreement.key = evaluation.agreement
        WHERE evaluation.key = \(table).evaluation) || '/'
        """
    }
}
