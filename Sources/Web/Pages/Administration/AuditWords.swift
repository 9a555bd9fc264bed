/// Texts of the page of the audit trail.
enum AuditWords {
    static let texts = page.merging(entities) { first, _ in first }
        .merging(events) { first, _ in first }

    private static let page: [String: Wording] = [
        "audit_intro": Wording(
            "Siste hendelse står øverst. Ingenting kan endres eller fjernes her; «avtalt check» "
                + "kontrollerer det.",
            "Siste hending står øvst. Ingenting kan endrast eller fjernast her; «avtalt check» "
                + "kontrollerer det.",
            "The latest entry comes first. Nothing can be changed or removed here; “avtalt check” "
                + "verifies it."),
        "audit_none": Wording(
            "Ingen hendelser passer med det du søker etter.",
            "Ingen hendingar passar med det du søkjer etter.",
            "No entries match what you look for."),
        "audit_find": Wording("Søk i innholdet", "Søk i innhaldet", "Find in the content"),
        "audit_at": Wording("Når", "Når", "When"),
        "audit_actor": Wording("Hvem", "Kven", "Who"),
        "audit_what": Wording("Hva", "Kva", "What"),
        "audit_subject": Wording("Gjelder", "Gjeld", "About"),
        "audit_content": Wording("Innhold", "Innhald", "Content"),
        "audit_from": Wording("Fra og med", "Frå og med", "From"),
        "audit_to": Wording("Til og med", "Til og med", "Until"),
        "audit_older": Wording("Eldre hendelser", "Eldre hendingar", "Older entries"),
        "audit_export": Wording(
            "Hent som JSON-linjer", "Hent som JSON-linjer", "Take as JSON lines"),
        "audit_entry": Wording("Nr. {0}", "Nr. {0}", "No. {0}"),
        "audit_request": Wording("Forespørsel: {0}", "Førespurnad: {0}", "Request: {0}"),
        "audit_count": Wording("Rader: {0}", "Rader: {0}", "Rows: {0}"),
        "action_add": Wording("la til", "la til", "added"),
        "action_change": Wording("endret", "endra", "changed"),
        "action_event": Wording("hendelse:", "hending:", "event:"),
    ]

    private static let entities: [String: Wording] = [
        "entity_county": Wording("fylke", "fylke", "county"),
        "entity_municipality": Wording("kommune", "kommune", "municipality"),
        "entity_user": Wording("person", "person", "person"),
        "entity_party": Wording("part", "part", "party"),
        "entity_contact": Wording("kontaktperson", "kontaktperson", "contact person"),
        "entity_agreement": Wording("avtale", "avtale", "agreement"),
        "entity_commitment": Wording("forpliktelse", "plikt", "commitment"),
        "entity_plan": Wording("handlingsplan", "handlingsplan", "action plan"),
        "entity_measure": Wording("tiltak", "tiltak", "measure"),
        "entity_meeting": Wording("møte", "møte", "meeting"),
        "entity_postponement": Wording("utsettelse", "utsetjing", "postponement"),
        "entity_followup": Wording("oppfølging", "oppfølging", "follow-up"),
        "entity_activity": Wording("aktivitet", "aktivitet", "activity"),
        "entity_evaluation": Wording("evaluering", "evaluering", "evaluation"),
        "entity_score": Wording("poeng", "poeng", "score"),
        "entity_settlement": Wording("bosettingstall", "busetjingstal", "settlement figure"),
        "entity_grant": Wording("tilskudd", "tilskot", "grant"),
        "entity_target": Wording("måltall", "måltal", "target"),
        "entity_target_withdrawal": Wording(
            "mål tatt bort", "mål teke bort", "target taken back"),
        "entity_rule_edition": Wording("regelutgave", "regelutgåve", "edition of the rules"),
        "entity_acknowledgement": Wording(
            "svar på påminnelse", "svar på påminning", "answer to a reminder"),
        "entity_quiet_period": Wording("stille dager", "stille dagar", "quiet days"),
        "entity_mail_preference": Wording(
            "klokkeslett for e-post", "klokkeslett for e-post", "hour of mail"),
        "entity_handover": Wording("overlevering", "overlevering", "hand-over"),
        "entity_handover_agreement": Wording(
            "avtale i overlevering", "avtale i overlevering", "agreement handed over"),
        "entity_agreement_archive": Wording(
            "arkivopplysninger", "arkivopplysningar", "archive details"),
        "entity_amendment": Wording("endringsavtale", "endringsavtale", "amendment"),
        "entity_carried_promise": Wording(
            "videreført løfte", "vidareført lovnad", "promise carried over"),
        "entity_meeting_record": Wording("referat", "referat", "minutes"),
        "entity_decision": Wording("vedtak", "vedtak", "decision"),
        "entity_agreement_document": Wording("dokument", "dokument", "document"),
        "entity_due_change": Wording("ny frist", "ny frist", "new due date"),
    ]

    private static let events: [String: Wording] = [
        "entity_sign_in": Wording("innlogging", "innlogging", "sign-in"),
        "entity_sign_in_refused": Wording(
            "avvist innlogging", "avvist innlogging", "refused sign-in"),
        "entity_sign_in_linked": Wording(
            "knyttet til innloggingstjeneste", "knytt til innloggingsteneste",
            "linked to sign-in service"),
        "entity_sign_out": Wording("utlogging", "utlogging", "sign-out"),
        "entity_sessions_ended": Wording(
            "innlogginger avsluttet", "innloggingar avslutta", "sign-ins ended"),
        "entity_password_set": Wording("passord satt", "passord sett", "password set"),
        "entity_invitation": Wording("invitasjon", "invitasjon", "invitation"),
        "entity_token_made": Wording("nøkkel laget", "nøkkel laga", "token made"),
        "entity_token_revoked": Wording(
            "nøkkel trukket tilbake", "nøkkel trekt tilbake", "token revoked"),
        "entity_audit_export": Wording(
            "eksport av endringslogg", "eksport av endringslogg", "export of the audit trail"),
        "entity_mail_answer": Wording(
            "svar fra e-post", "svar frå e-post", "answer from a mail"),
        "entity_import": Wording("import", "import", "import"),
        "entity_export": Wording("eksport", "eksport", "export"),
        "entity_feed": Wording("kalenderadresse", "kalenderadresse", "calendar address"),
        "entity_task": Wording("pause i driften", "pause i drifta", "pause of work"),
    ]
}
