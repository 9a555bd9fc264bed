/// Texts of the pages of one agreement; those of forms and refusals stand beside them.
enum AgreementWords {
    static let texts: [String: Wording] = [
        tabs, states, kinds, overview, lists, RequirementWords.texts, FieldWords.texts,
        RefusalWords.texts, AgreementFormWords.texts, ReminderWords.texts,
        PeriodWords.texts, ArchivePackageWords.texts,
    ].reduce(into: [:]) { all, part in all.merge(part) { first, _ in first } }

    private static let tabs: [String: Wording] = [
        "tabs": Wording("Sider for avtalen", "Sider for avtalen", "Pages of the agreement"),
        "tab_overview": Wording("Oversikt", "Oversikt", "Overview"),
        "tab_promises": Wording("Løfter", "Lovnader", "Promises"),
        "tab_plan": Wording("Handlingsplan", "Handlingsplan", "Action plan"),
        "tab_meetings": Wording("Møter", "Møte", "Meetings"),
        "tab_documents": Wording("Dokumenter", "Dokument", "Documents"),
        "tab_reminders": Wording("Påminnelser", "Påminningar", "Reminders"),
        "tab_history": Wording("Historikk", "Historikk", "History"),
    ]

    private static let states: [String: Wording] = [
        "meeting_planned": Wording("Planlagt", "Planlagt", "Planned"),
        "meeting_held": Wording("Holdt", "Halde", "Held"),
        "meeting_cancelled": Wording("Avlyst", "Avlyst", "Cancelled"),
        "meeting_unrecorded": Wording(
            "Utfallet er ikke registrert", "Utfallet er ikkje registrert", "Outcome not recorded"),
        "plan_draft": Wording("Utkast", "Utkast", "Draft"),
        "plan_adopted": Wording("Vedtatt", "Vedteken", "Adopted"),
        "plan_closed": Wording("Lukket", "Lukka", "Closed"),
        "standing_on_time": Wording("Gjort i tide", "Gjort i tide", "Done on time"),
        "standing_done_late": Wording("Gjort for sent", "Gjort for seint", "Done late"),
        "standing_open": Wording("Åpent", "Ope", "Open"),
        "standing_begun": Wording("I gang", "I gang", "Begun"),
        "standing_overdue": Wording("Over fristen", "Over fristen", "Overdue"),
        "standing_cancelled": Wording("Avlyst", "Avlyst", "Cancelled"),
        "minutes_open": Wording("Referatet er åpent", "Referatet er ope", "Minutes are open"),
        "minutes_closed": Wording(
            "Referatet ble lukket {0}", "Referatet vart lukka {0}", "Minutes were closed on {0}"),
    ]

    private static let kinds: [String: Wording] = [
        "promise_measure": Wording("Tiltak", "Tiltak", "Measure"),
        "promise_followup": Wording("Oppfølging", "Oppfølging", "Follow-up"),
        "document_signed": Wording("Signert avtale", "Signert avtale", "Signed agreement"),
        "document_minutes": Wording("Referat", "Referat", "Minutes"),
        "document_plan": Wording("Handlingsplan", "Handlingsplan", "Action plan"),
        "document_other": Wording("Annet", "Anna", "Other"),
    ]

    private static let overview: [String: Wording] = [
        "activities": Wording("Siste aktiviteter", "Siste aktivitetar", "Latest activities"),
        "no_activities": Wording(
            "Ingen aktiviteter er ført.", "Ingen aktivitetar er førte.",
            "No activities have been logged."),
        "correct": Wording("Rett opp", "Rett opp", "Correct"),
        "years": Wording("Avtalens år", "Åra til avtalen", "The agreement's years"),
        "facts": Wording("Om avtalen", "Om avtalen", "About the agreement"),
        "parties": Wording("Parter og kontakter", "Partar og kontaktar", "Parties and contacts"),
        "no_contacts": Wording(
            "Ingen kontaktpersoner er registrert.", "Ingen kontaktpersonar er registrerte.",
            "No contact persons are registered."),
        "requirements": Wording("De ni kravene", "Dei ni krava", "The nine requirements"),
        "requirements_met": Wording(
            "{0} av {1} er oppfylt per {2}.", "{0} av {1} er oppfylte per {2}.",
            "{0} of {1} are met as of {2}."),
        "requirement_met": Wording("Oppfylt", "Oppfylt", "Met"),
        "requirement_missing": Wording("Mangler", "Manglar", "Missing"),
        "kept": Wording("Løfter holdt og ikke", "Lovnader haldne og ikkje", "Promises kept or not"),
        "kept_caption": Wording(
            "Tiltak og oppfølging etter hvem de binder; det som binder begge, er med to ganger.",
            "Tiltak og oppfølging etter kven dei bind; det som bind begge, er med to gonger.",
            "Measures and follow-ups by whom they bind; what binds both is counted twice."),
        "side": Wording("Hvem", "Kven", "Who"),
        "next": Wording("Dette kommer", "Dette kjem", "Coming up"),
        "next_none": Wording(
            "Ingenting er planlagt eller åpent.", "Ingenting er planlagt eller ope.",
            "Nothing is planned or open."),
        "valid": Wording("{0} til {1}", "{0} til {1}", "{0} to {1}"),
        "signed": Wording("{0}, av {1}", "{0}, av {1}", "{0}, by {1}"),
        "renewed": Wording("Fornyet av", "Fornya av", "Renewed by"),
        "not_set": Wording("ikke satt", "ikkje sett", "not set"),
        "inactive": Wording("ikke aktiv bruker", "ikkje aktiv brukar", "not an active user"),
        "per_year": Wording("{0} i året", "{0} i året", "{0} a year"),
        "renews_link": Wording("Følger {0}", "Følgjer {0}", "Follows {0}"),
        "renewed_link": Wording("Fornyet av {0}", "Fornya av {0}", "Renewed by {0}"),
        "offered": Wording(
            "Avtalen er tilbudt {0}, som ikke har svart.",
            "Avtalen er tilboden {0}, som ikkje har svart.",
            "The agreement has been offered to {0}, who has not answered."),
        "expired_note": Wording(
            "Avtalen gikk ut {0} og er ikke fornyet. Forny den, eller avslutt den med en grunn.",
            "Avtalen gjekk ut {0} og er ikkje fornya. Forny han, eller avslutt han med ein grunn.",
            "The agreement expired on {0} and is not renewed. Renew it, or end it with a reason."),
        "ended_note": Wording(
            "Avtalen er avsluttet fra {0}: {1}", "Avtalen er avslutta frå {0}: {1}",
            "The agreement is ended from {0}: {1}"),
        "abandoned_note": Wording(
            "Avtalen ble aldri signert: {0}", "Avtalen vart aldri signert: {0}",
            "The agreement was never signed: {0}"),
        "carries_note": Wording(
            "{0} åpne løfter i {1} følger med hit når avtalen blir signert.",
            "{0} opne lovnader i {1} følgjer med hit når avtalen blir signert.",
            "{0} open promises in {1} follow to this agreement once it is signed."),
        "amendments": Wording(
            "Endringsavtaler", "Endringsavtalar", "Amendments"),
        "archive": Wording("Arkiv", "Arkiv", "Archive"),
        "no_archive": Wording(
            "Saksnummer og tilgang er ikke registrert.",
            "Saksnummer og tilgang er ikkje registrerte.",
            "Case number and access are not registered."),
    ]

    private static let lists: [String: Wording] = [
        "commitments": Wording("Forpliktelser", "Plikter", "Commitments"),
        "no_commitments": Wording(
            "Ingen forpliktelser er registrert.", "Ingen plikter er registrerte.",
            "No commitments are registered."),
        "measurable": Wording("Målbar", "Målbar", "Measurable"),
        "not_measurable": Wording("Ikke målbar", "Ikkje målbar", "Not measurable"),
        "late_open": Wording("Åpne løfter", "Opne lovnader", "Open promises"),
        "finished": Wording("Ferdige løfter", "Ferdige lovnader", "Finished promises"),
        "none_open": Wording(
            "Ingen løfter er åpne.", "Ingen lovnader er opne.", "No promises are open."),
        "none_finished": Wording(
            "Ingen løfter er ferdige.", "Ingen lovnader er ferdige.", "No promises are finished."),
        "what": Wording("Hva", "Kva", "What"),
        "due": Wording("Frist", "Frist", "Due"),
        "standing": Wording("Status", "Status", "Status"),
        "done_on": Wording("Gjort", "Gjort", "Done"),
        "responsible": Wording("Ansvarlig", "Ansvarleg", "Responsible"),
        "actions": Wording("Handlinger", "Handlingar", "Actions"),
        "year_plan": Wording("Plan for {0}", "Plan for {0}", "Plan for {0}"),
        "no_plan": Wording(
            "Det er ingen plan for {0}.", "Det er ingen plan for {0}.",
            "There is no plan for {0}."),
        "no_measures": Wording(
            "Planen har ingen tiltak.", "Planen har ingen tiltak.", "The plan has no measures."),
        "measures_of": Wording("Tiltak i {0}", "Tiltak i {0}", "Measures of {0}"),
        "adopted_on": Wording("Vedtatt {0}", "Vedteken {0}", "Adopted on {0}"),
        "result": Wording("Resultat", "Resultat", "Result"),
        "other_years": Wording("Andre år", "Andre år", "Other years"),
        "meetings": Wording("Møter", "Møte", "Meetings"),
        "no_meetings": Wording(
            "Ingen møter er planlagt.", "Ingen møte er planlagde.", "No meetings are planned."),
        "date": Wording("Dato", "Dato", "Date"),
        "level": Wording("Nivå", "Nivå", "Level"),
        "theme": Wording("Tema", "Tema", "Theme"),
        "moved": Wording(
            "utsatt {0} ganger, først {1}", "utsett {0} gonger, først {1}",
            "postponed {0} times, first {1}"),
        "moved_once": Wording(
            "utsatt én gang, først {0}", "utsett éin gong, først {0}",
            "postponed once, first {0}"),
        "decisions": Wording("Vedtak", "Vedtak", "Decisions"),
        "decisions_lacking": Wording(
            "{0} mangler ansvarlig eller frist", "{0} manglar ansvarleg eller frist",
            "{0} lack a responsible or a day"),
        "meeting_on": Wording("Møte {0}", "Møte {0}", "Meeting {0}"),
        "agenda": Wording("Saksliste", "Saksliste", "Agenda"),
        "no_agenda": Wording(
            "Ingen saksliste er skrevet.", "Inga saksliste er skriven.",
            "No agenda has been written."),
        "minutes": Wording("Referat", "Referat", "Minutes"),
        "no_minutes": Wording(
            "Ikke noe referat er skrevet.", "Ikkje noko referat er skrive.",
            "No minutes have been written."),
        "participants": Wording("Deltakere", "Deltakarar", "Participants"),
        "no_decisions": Wording(
            "Ingen vedtak er skrevet.", "Ingen vedtak er skrivne.",
            "No decisions have been written."),
        "postponements": Wording("Utsettelser", "Utsetjingar", "Postponements"),
        "moved_to": Wording(
            "Flyttet til {0}, bestemt {1}", "Flytta til {0}, bestemt {1}",
            "Moved to {0}, decided on {1}"),
        "is_followup": Wording("Er oppfølging {0}", "Er oppfølging {0}", "Is follow-up {0}"),
        "documents": Wording("Dokumenter", "Dokument", "Documents"),
        "no_documents": Wording(
            "Ingen dokumenter er lagt til.", "Ingen dokument er lagde til.",
            "No documents have been added."),
        "size": Wording("Størrelse", "Storleik", "Size"),
        "added": Wording("Lagt til", "Lagt til", "Added"),
        "added_by": Wording("{0} av {1}", "{0} av {1}", "{0} by {1}"),
        "document": Wording("Dokument", "Dokument", "Document"),
        "document_kind": Wording("Type", "Type", "Kind"),
        "history_intro": Wording(
            "Alt som er lagt til og endret i avtalen og det som hører til den. Det siste står "
                + "øverst.",
            "Alt som er lagt til og endra i avtalen og det som høyrer til han. Det siste står "
                + "øvst.",
            "Everything that was added and changed in the agreement and what belongs to it, "
                + "latest first."),
        "history_added": Wording("Lagt til", "Lagt til", "Added"),
        "history_when": Wording("Når", "Når", "When"),
        "history_who": Wording("Hvem", "Kven", "Who"),
        "history_what": Wording("Hva", "Kva", "What"),
        "history_change": Wording("Endring", "Endring", "Change"),
        "from_to": Wording(
            "{0}: fra «{1}» til «{2}»", "{0}: frå «{1}» til «{2}»",
            "{0}: from “{1}” to “{2}”"),
        "set_to": Wording("{0}: «{1}»", "{0}: «{1}»", "{0}: “{1}”"),
        "taken_away": Wording(
            "{0}: «{1}» tatt bort", "{0}: «{1}» teke bort", "{0}: “{1}” taken away"),
        "older": Wording("Eldre", "Eldre", "Older"),
    ]
}
