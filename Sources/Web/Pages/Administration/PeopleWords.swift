/// Texts of the pages about people.
enum PeopleWords {
    static let texts = list.merging(person) { first, _ in first }
        .merging(form) { first, _ in first }

    private static let list: [String: Wording] = [
        "people_find": Wording(
            "Navn, brukernavn eller e-post", "Namn, brukarnamn eller e-post",
            "Name, user name or e-mail"),
        "people_inactive": Wording(
            "Vis også dem som har sluttet", "Vis òg dei som har slutta",
            "Show those who have left too"),
        "people_none": Wording(
            "Ingen passer med det du søker etter.", "Ingen passar med det du søkjer etter.",
            "Nobody matches what you look for."),
        "person_state": Wording("Status", "Status", "State"),
        "person_active": Wording("til stede", "til stades", "there"),
        "person_inactive": Wording("har sluttet", "har slutta", "has left"),
        "person_away": Wording("fraværende", "fråverande", "on leave"),
        "person_away_to": Wording(
            "fraværende til {0}", "fråverande til {0}", "on leave until {0}"),
        "person_leaves": Wording(
            "fraværende fra {0}", "fråverande frå {0}", "on leave from {0}"),
        "person_new": Wording("Ny person", "Ny person", "New person"),
        "person_new_intro": Wording(
            "Personen kan ikke logge inn før du har laget en invitasjon. Det gjør du på neste "
                + "side.",
            "Personen kan ikkje logge inn før du har laga ein invitasjon. Det gjer du på neste "
                + "side.",
            "The person cannot sign in before you make an invitation, on the next page."),
        "person_add": Wording("Legg til personen", "Legg til personen", "Add the person"),
        "said_person_added": Wording(
            "Personen er lagt til. Lag en invitasjon, så kan personen logge inn.",
            "Personen er lagd til. Lag ein invitasjon, så kan personen logge inn.",
            "The person is added. Make an invitation to let the person sign in."),
    ]

    private static let person: [String: Wording] = [
        "person_agreements": Wording(
            "Avtaler som ansvarlig eller stedfortreder", "Avtalar som ansvarleg eller varaperson",
            "Agreements as responsible or deputy"),
        "person_signs_in": Wording("Logger inn med", "Loggar inn med", "Signs in with"),
        "signs_in_password": Wording("passord", "passord", "a password"),
        "signs_in_not": Wording("ikke passord", "ikkje passord", "no password"),
        "person_sessions": Wording(
            "Innlogginger nå", "Innloggingar no", "Sign-ins at this moment"),
        "person_notices": Wording(
            "Påminnelser til personen", "Påminningar til personen", "Reminders to the person"),
        "person_audit": Wording(
            "Det endringsloggen har om personen", "Det endringsloggen har om personen",
            "What the audit trail has about the person"),
        "person_change": Wording("Endre", "Endre", "Change"),
        "person_access": Wording("Tilgang", "Tilgang", "Access"),
        "person_access_hint": Wording(
            "En invitasjon gjelder i 72 timer og bare én gang. Lager du en ny, gjelder ikke den "
                + "forrige.",
            "Ein invitasjon gjeld i 72 timar og berre éin gong. Lagar du ein ny, gjeld ikkje den "
                + "førre.",
            "An invitation holds for 72 hours and works once. A new one ends the one before."),
        "person_invite": Wording("Lag invitasjon", "Lag invitasjon", "Make an invitation"),
        "person_invite_by_mail": Wording(
            "Send invitasjon på e-post", "Send invitasjon på e-post",
            "Send an invitation by mail"),
        "person_invitation": Wording("Invitasjon", "Invitasjon", "Invitation"),
        "invitation_holds": Wording("Gjelder til {0}.", "Gjeld til {0}.", "Holds until {0}."),
        "invitation_mailed": Wording(
            "Sendt på e-post til {0}.", "Send på e-post til {0}.", "Sent by mail to {0}."),
        "invitation_on_its_way": Wording(
            "På vei på e-post til {0}.", "På veg på e-post til {0}.",
            "On its way by mail to {0}."),
        "invitation_lost": Wording(
            "E-posten til {0} kom ikke fram.", "E-posten til {0} kom ikkje fram.",
            "The mail to {0} did not arrive."),
        "said_invitation_mailed": Wording(
            "Invitasjonen er sendt på e-post til adressen som står her.",
            "Invitasjonen er send på e-post til adressa som står her.",
            "The invitation is sent by mail to the address that stands here."),
        "person_sign_out": Wording(
            "Logg ut overalt", "Logg ut overalt", "Sign out everywhere"),
        "said_signed_out": Wording(
            "Personen er logget ut overalt.", "Personen er logga ut overalt.",
            "The person is signed out everywhere."),
        "invited": Wording("Invitasjon til {0}", "Invitasjon til {0}", "Invitation of {0}"),
        "invitation_link": Wording(
            "Lenke som du gir personen", "Lenkje som du gjev personen",
            "Link to hand to the person"),
        "invitation_hint": Wording(
            "Lenken vises bare nå. Gi den på en måte som bare personen kan lese.",
            "Lenkja blir vist berre no. Gje henne på ein måte som berre personen kan lese.",
            "The link is shown this once. Hand it over so that only the person can read it."),
    ]

    private static let form: [String: Wording] = [
        "person_id_hint": Wording(
            "Små bokstaver, som nord.saksbehandler1. Kan ikke endres siden.",
            "Små bokstavar, som nord.saksbehandler1. Kan ikkje endrast sidan.",
            "Small letters, such as nord.saksbehandler1. It cannot be changed later."),
        "person_id_form": Wording(
            "Brukernavn kan ha små bokstaver fra a til z, tall, og punktum eller bindestrek "
                + "mellom dem",
            "Brukarnamn kan ha små bokstavar frå a til z, tal, og punktum eller bindestrek "
                + "mellom dei",
            "User name may have small letters from a to z, digits, and full stops or hyphens "
                + "between them"),
        "person_email_form": Wording(
            "E-post må være en adresse som navn@imdi.no",
            "E-post må vere ei adresse som namn@imdi.no",
            "E-mail must be an address such as name@imdi.no"),
        "person_taken": Wording(
            "Brukernavn {0} er tatt. Velg et annet", "Brukarnamn {0} er teke. Vel eit anna",
            "User name {0} is taken. Choose another"),
        "leave_from": Wording(
            "Fraværende fra og med", "Fråverande frå og med", "On leave from"),
        "leave_to": Wording(
            "Fraværende til og med", "Fråverande til og med", "On leave until"),
        "leave_reversed": Wording(
            "Fraværende til og med er før fraværende fra og med",
            "Fråverande til og med er før fråverande frå og med",
            "On leave until is before on leave from"),
        "person_is_active": Wording(
            "Arbeider her", "Arbeider her", "Works here"),
        "person_active_hint": Wording(
            "Den som ikke arbeider her, blir logget ut og får ingen varsler. Avtalene må "
                + "overleveres først.",
            "Den som ikkje arbeider her, blir logga ut og får ingen varsel. Avtalane må "
                + "overleverast først.",
            "Whoever does not work here is signed out and gets no notices. Agreements must be "
                + "handed over first."),
        "person_has_agreements": Wording(
            "Personen er ansvarlig eller stedfortreder for {0} avtaler. Overlever dem først",
            "Personen er ansvarleg eller varaperson for {0} avtalar. Overlever dei først",
            "The person is responsible or deputy for {0} agreements. Hand them over first"),
        "person_last_administrator": Wording(
            "Personen er den eneste administratoren. Gi rollen til en annen først",
            "Personen er den einaste administratoren. Gje rolla til ein annan først",
            "The person is the only administrator. Give the role to somebody else first"),
        "person_moved_on": Wording(
            "{0} har endret personen mens du skrev. Det som gjelder nå, står øverst; det du skrev, "
                + "står i skjemaet. Lagrer du nå, gjelder det du skrev.",
            "{0} har endra personen medan du skreiv. Det som gjeld no, står øvst; det du skreiv, "
                + "står i skjemaet. Lagrar du no, gjeld det du skreiv.",
            "{0} has changed the person while you were writing. What holds now stands at the top, "
                + "what you wrote in the form. If you save now, what you wrote will hold."),
    ]
}
