/// Texts of the forms of an agreement and what lies under it.
enum AgreementFormWords {
    static let texts: [String: Wording] = [deeds, hints, conflicts, results]
        .reduce(into: [:]) { all, part in all.merge(part) { first, _ in first } }

    private static let deeds: [String: Wording] = [
        "do_new": Wording("Ny avtale", "Ny avtale", "New agreement"),
        "do_edit": Wording("Endre", "Endre", "Change"),
        "do_amend": Wording("Ny endringsavtale", "Ny endringsavtale", "Amend"),
        "do_sign": Wording("Registrer signering", "Registrer signering", "Record signature"),
        "do_negotiate": Wording(
            "Start forhandling", "Start forhandling", "Begin negotiations"),
        "do_renew": Wording("Forny", "Forny", "Renew"),
        "do_end": Wording("Avslutt", "Avslutt", "End"),
        "do_abandon": Wording("Gi opp", "Gi opp", "Abandon"),
        "do_hand_over": Wording("Overlever", "Overlever", "Hand over"),
        "do_archive": Wording(
            "Endre arkivopplysninger", "Endre arkivopplysningar", "Change archive references"),
        "new_contact": Wording(
            "Legg til kontaktperson", "Legg til kontaktperson", "Add contact person"),
        "edit_contact": Wording(
            "Endre kontaktperson", "Endre kontaktperson", "Change contact person"),
        "anonymise": Wording("Anonymiser", "Anonymiser", "Anonymise"),
        "anonymise_contact": Wording(
            "Anonymiser kontaktperson", "Anonymiser kontaktperson", "Anonymise contact person"),
        "new_commitment": Wording(
            "Legg til forpliktelse", "Legg til plikt", "Add commitment"),
        "edit_commitment": Wording("Endre forpliktelse", "Endre plikt", "Change commitment"),
        "new_followup": Wording("Legg til oppfølging", "Legg til oppfølging", "Add follow-up"),
        "edit_followup": Wording("Endre oppfølging", "Endre oppfølging", "Change follow-up"),
        "new_measure": Wording("Legg til tiltak", "Legg til tiltak", "Add measure"),
        "edit_measure": Wording("Endre tiltak", "Endre tiltak", "Change measure"),
        "reschedule": Wording("Ny frist", "Ny frist", "New day"),
        "make_plan": Wording("Lag plan for {0}", "Lag plan for {0}", "Make the plan for {0}"),
        "copy_plan": Wording(
            "Kopier planen fra {0}", "Kopier planen frå {0}", "Copy the plan of {0}"),
        "adopt_plan": Wording("Vedta planen", "Vedta planen", "Adopt the plan"),
        "close_plan": Wording("Lukk planen", "Lukk planen", "Close the plan"),
        "new_meeting": Wording("Planlegg møte", "Planlegg møte", "Plan a meeting"),
        "prepare_meeting": Wording(
            "Skriv tema og saksliste", "Skriv tema og saksliste", "Write theme and agenda"),
        "write_minutes": Wording("Skriv referat", "Skriv referat", "Write minutes"),
        "close_minutes": Wording("Lukk referatet", "Lukk referatet", "Close the minutes"),
        "new_decision": Wording("Legg til vedtak", "Legg til vedtak", "Add decision"),
        "edit_decision": Wording("Endre vedtak", "Endre vedtak", "Change decision"),
        "make_followup": Wording(
            "Gjør til oppfølging", "Gjer til oppfølging", "Make it a follow-up"),
        "hold_meeting": Wording("Møtet er holdt", "Møtet er halde", "The meeting was held"),
        "postpone_meeting": Wording("Utsett møtet", "Utset møtet", "Postpone the meeting"),
        "cancel_meeting": Wording("Avlys møtet", "Avlys møtet", "Cancel the meeting"),
        "finish_promise": Wording("Gjort", "Gjort", "Done"),
        "cancel_promise": Wording("Avlys", "Avlys", "Cancel it"),
        "new_document": Wording("Legg til dokument", "Legg til dokument", "Add document"),
    ]

    private static let hints: [String: Wording] = [
        "hint_text": Wording(
            "Ikke skriv navn på eller opplysninger om privatpersoner.",
            "Ikkje skriv namn på eller opplysningar om privatpersonar.",
            "Do not write names of or facts about private persons."),
        "hint_designation": Wording(
            "Det partene kaller avtalen, som partnerskapsavtale eller K+.",
            "Det partane kallar avtalen, som partnarskapsavtale eller K+.",
            "What the parties call it, such as partnerskapsavtale or K+."),
        "hint_add_party": Wording(
            "Navn, kommunenummer eller id. Skriv én på hver linje.",
            "Namn, kommunenummer eller id. Skriv éin på kvar linje.",
            "Name, municipality number or id. Write one on each line."),
        "hint_valid_to": Wording(
            "Den siste dagen avtalen gjelder.", "Den siste dagen avtalen gjeld.",
            "The last day of the agreement."),
        "hint_roles": Wording(
            "Roller, ikke navn: ordfører, kommunedirektør.",
            "Roller, ikkje namn: ordførar, kommunedirektør.",
            "Roles, not names: mayor, chief executive."),
        "hint_file": Wording(
            "PDF, PNG, JPEG, DOCX, XLSX eller ODT, høyst 25 MB.",
            "PDF, PNG, JPEG, DOCX, XLSX eller ODT, høgst 25 MB.",
            "PDF, PNG, JPEG, DOCX, XLSX or ODT, 25 MB at most."),
        "hint_access_ground": Wording(
            "For eksempel offl. § 13. La feltet stå tomt når avtalen er offentlig.",
            "Til dømes offl. § 13. Lat feltet stå tomt når avtalen er offentleg.",
            "For example offl. § 13. Leave it empty when the agreement is public."),
        "intro_edit": Wording(
            "Rett det som er registrert feil. Har partene blitt enige om noe nytt, lager du en "
                + "endringsavtale.",
            "Rett det som er registrert feil. Har partane blitt samde om noko nytt, lagar du ein "
                + "endringsavtale.",
            "Correct what is registered wrongly. What the parties have agreed anew is an "
                + "amendment."),
        "intro_amend": Wording(
            "Endre det partene har blitt enige om, og skriv hva som er avtalt.",
            "Endre det partane har blitt samde om, og skriv kva som er avtalt.",
            "Change what the parties agreed on, and write what was agreed."),
        "intro_renew": Wording(
            "Den nye avtalen blir et utkast med de samme partene og forpliktelsene. Åpne tiltak "
                + "og oppfølging følger med når den blir signert.",
            "Den nye avtalen blir eit utkast med dei same partane og pliktene. Opne tiltak og "
                + "oppfølging følgjer med når han blir signert.",
            "The new agreement becomes a draft with the same parties and commitments. Open "
                + "measures and follow-ups follow once it is signed."),
        "intro_end": Wording(
            "Avtalen gjelder ikke fra denne dagen. Åpne løfter blir stående til de er gjort "
                + "eller avlyst.",
            "Avtalen gjeld ikkje frå denne dagen. Opne lovnader blir ståande til dei er gjorde "
                + "eller avlyste.",
            "The agreement is not in force from this day on. Open promises stay until they are "
                + "done or cancelled."),
        "intro_abandon": Wording(
            "Avtalen er ikke signert. Skriv hvorfor den er gitt opp.",
            "Avtalen er ikkje signert. Skriv kvifor han er gitt opp.",
            "The agreement was not signed. Write why it is given up."),
        "intro_sign": Wording(
            "Avtalen blir aktiv. Åpne løfter fra avtalen den følger, blir ført hit.",
            "Avtalen blir aktiv. Opne lovnader frå avtalen han følgjer, blir førte hit.",
            "The agreement becomes active. Open promises of the one that it follows are moved "
                + "here."),
        "intro_negotiate": Wording(
            "Utkastet blir en avtale som forhandles.",
            "Utkastet blir ein avtale under forhandling.",
            "The draft becomes an agreement that is being negotiated."),
        "intro_anonymise": Wording(
            "Navn, e-post og telefon blir tatt bort fra alle sider. Revisjonssporet beholder det "
                + "som sto der.",
            "Namn, e-post og telefon blir tekne bort frå alle sider. Revisjonssporet held på det "
                + "som stod der.",
            "Name, e-mail and phone are taken away from every page. The audit trail keeps what "
                + "they were."),
        "intro_adopt": Wording(
            "Planen gjelder fra dagen den er vedtatt.", "Planen gjeld frå dagen han er vedteken.",
            "The plan holds from the day on which it is adopted."),
        "intro_close_minutes": Wording(
            "Et lukket referat kan ikke endres. Hvert vedtak blir oppfølging.",
            "Eit lukka referat kan ikkje endrast. Kvart vedtak blir oppfølging.",
            "Closed minutes cannot be changed. Each decision becomes a follow-up."),
    ]

    private static let conflicts: [String: Wording] = [
        "conflict_title": Wording(
            "Noen andre har endret dette mens du skrev",
            "Nokon andre har endra dette medan du skreiv",
            "Somebody else changed this while you were writing"),
        "conflict_do": Wording(
            "Det du skrev, står i skjemaet. Se over det, og lagre på nytt.",
            "Det du skreiv, står i skjemaet. Sjå over det, og lagre på nytt.",
            "What you wrote is in the form. Look it over, and save again."),
        "conflict_line": Wording("{0}, {1}: {2}", "{0}, {1}: {2}", "{0}, {1}: {2}"),
        "conflict_taken": Wording(
            "Den nye verdien er hentet inn.", "Den nye verdien er henta inn.",
            "The new value has been taken over."),
        "conflict_both": Wording(
            "{0} ble endret til «{1}» av en annen. Behold din, eller skriv den andres",
            "{0} vart endra til «{1}» av ein annan. Hald på din, eller skriv den andre sin",
            "{0} was changed to “{1}” by somebody else. Keep yours, or write theirs"),
    ]

    private static let results: [String: Wording] = [
        "said_drafted": Wording(
            "Utkastet er lagret.", "Utkastet er lagra.", "The draft is saved."),
        "said_signed": Wording(
            "Avtalen er aktiv.", "Avtalen er aktiv.", "The agreement is active."),
        "said_amended": Wording(
            "Endringsavtalen er registrert.", "Endringsavtalen er registrert.",
            "The amendment is recorded."),
        "said_renewed": Wording(
            "Den nye avtalen er lagret som utkast.", "Den nye avtalen er lagra som utkast.",
            "The new agreement is saved as a draft."),
        "said_ended": Wording(
            "Avtalen er avsluttet.", "Avtalen er avslutta.", "The agreement is ended."),
        "said_abandoned": Wording(
            "Avtalen er gitt opp.", "Avtalen er gitt opp.", "The agreement is given up."),
        "said_adopted": Wording(
            "Planen er vedtatt.", "Planen er vedteken.", "The plan is adopted."),
        "said_closed": Wording(
            "Referatet er lukket, og vedtakene er blitt oppfølging.",
            "Referatet er lukka, og vedtaka er blitt oppfølging.",
            "The minutes are closed, and the decisions have become follow-ups."),
        "said_anonymised": Wording(
            "Kontaktpersonen er anonymisert.", "Kontaktpersonen er anonymisert.",
            "The contact person is anonymised."),
        "error_party": Wording(
            "Ingen part heter «{0}». Skriv navnet, kommunenummeret eller id-en",
            "Ingen part heiter «{0}». Skriv namnet, kommunenummeret eller id-en",
            "No party is called “{0}”. Write its name, municipality number or id"),
        "error_parties": Wording(
            "Flere parter passer til «{0}»: {1}. Skriv id-en",
            "Fleire partar passar til «{0}»: {1}. Skriv id-en",
            "Several parties match “{0}”: {1}. Write the id"),
        "error_file_kind": Wording(
            "Filen er ikke PDF, PNG, JPEG, DOCX, XLSX eller ODT. Velg en som er det",
            "Fila er ikkje PDF, PNG, JPEG, DOCX, XLSX eller ODT. Vel ei som er det",
            "The file is not PDF, PNG, JPEG, DOCX, XLSX or ODT. Choose one that is"),
        "error_file_missing": Wording("Velg en fil", "Vel ei fil", "Choose a file"),
        "state_draft": Wording("Utkast", "Utkast", "Draft"),
        "state_negotiating": Wording("Forhandles", "Under forhandling", "Being negotiated"),
        "state_active": Wording("Aktiv", "Aktiv", "Active"),
        "state_ended": Wording("Avsluttet", "Avslutta", "Ended"),
        "state_abandoned": Wording("Oppgitt", "Gitt opp", "Abandoned"),
        "state_adopted": Wording("Vedtatt", "Vedteken", "Adopted"),
        "state_closed": Wording("Lukket", "Lukka", "Closed"),
        "state_open": Wording("Åpen", "Open", "Open"),
        "state_planned": Wording("Planlagt", "Planlagt", "Planned"),
        "state_in_progress": Wording("I gang", "I gang", "In progress"),
        "state_done": Wording("Gjort", "Gjort", "Done"),
        "state_held": Wording("Holdt", "Halde", "Held"),
        "state_cancelled": Wording("Avlyst", "Avlyst", "Cancelled"),
        "state_submitted": Wording("Levert", "Levert", "Submitted"),
        "state_approved": Wording("Godkjent", "Godkjend", "Approved"),
        "state_offered": Wording("Tilbudt", "Tilboden", "Offered"),
        "state_accepted": Wording("Tatt imot", "Teken imot", "Accepted"),
        "state_declined": Wording("Avslått", "Avslått", "Declined"),
        "state_withdrawn": Wording("Trukket", "Trekt", "Withdrawn"),
    ]
}
