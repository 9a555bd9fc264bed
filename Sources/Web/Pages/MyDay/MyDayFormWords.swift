/// Texts of the forms that record outcomes.
enum MyDayFormWords {
    static let texts: [String: Wording] = forms.merging(refusals) { first, _ in first }

    private static let forms: [String: Wording] = [
        "form_held_meeting": Wording("Møtet er holdt", "Møtet er halde", "The meeting was held"),
        "form_postpone_meeting": Wording("Utsett møtet", "Utset møtet", "Postpone the meeting"),
        "form_assign_meeting": Wording(
            "Ikke min: tilby avtalen til en annen", "Ikkje min: tilby avtalen til ein annan",
            "Not mine: offer the agreement to somebody else"),
        "form_done_followup": Wording(
            "Oppfølgingen er gjort", "Oppfølginga er gjord", "The follow-up is done"),
        "form_move_followup": Wording(
            "Ny frist for oppfølgingen", "Ny frist for oppfølginga", "New date for the follow-up"),
        "form_assign_followup": Wording(
            "Ikke min: gi oppfølgingen til en annen", "Ikkje min: gi oppfølginga til ein annan",
            "Not mine: give the follow-up to somebody else"),
        "form_done_measure": Wording(
            "Tiltaket er gjort", "Tiltaket er gjort", "The measure is done"),
        "form_move_measure": Wording(
            "Ny frist for tiltaket", "Ny frist for tiltaket", "New date for the measure"),
        "form_assign_measure": Wording(
            "Ikke min: gi tiltaket til en annen", "Ikkje min: gi tiltaket til ein annan",
            "Not mine: give the measure to somebody else"),
        "submit_held": Wording("Før som holdt", "Før som halde", "Record as held"),
        "submit_done": Wording("Før som gjort", "Før som gjort", "Record as done"),
        "submit_postpone": Wording("Utsett", "Utset", "Postpone"),
        "submit_move": Wording("Sett ny frist", "Set ny frist", "Set the new date"),
        "submit_assign": Wording("Gi videre", "Gi vidare", "Give on"),
        "field_on_held": Wording("Dagen møtet ble holdt", "Dagen møtet vart halde", "Held on"),
        "field_on_done": Wording("Dagen det ble gjort", "Dagen det vart gjort", "Done on"),
        "field_to_postpone": Wording("Ny dag", "Ny dag", "New day"),
        "field_to_move": Wording("Ny frist", "Ny frist", "New date"),
        "field_to_assign": Wording("Hvem som tar over", "Kven som tek over", "Who takes over"),
        "field_minutes": Wording("Referat", "Referat", "Minutes"),
        "field_result": Wording("Resultat", "Resultat", "Result"),
        "field_reason": Wording("Grunn", "Grunn", "Reason"),
        "hint_free_text": Wording(
            "Skriv ingenting om enkeltpersoner.", "Skriv ingenting om enkeltpersonar.",
            "Write nothing about individuals."),
        "suggest_0": Wording(
            "Om en uke: {0} {1}", "Om ei veke: {0} {1}", "In a week: {0} {1}"),
        "suggest_1": Wording(
            "Om to uker: {0} {1}", "Om to veker: {0} {1}", "In two weeks: {0} {1}"),
        "suggest_2": Wording(
            "Om en måned: {0} {1}", "Om ein månad: {0} {1}", "In a month: {0} {1}"),
        "agreement": Wording("Avtale", "Avtale", "Agreement"),
        "planned_for": Wording("Planlagt", "Planlagt", "Planned for"),
        "due": Wording("Frist", "Frist", "Due"),
        "no_theme": Wording("Uten tema", "Utan tema", "No theme"),
        "nobody": Wording("Ingen", "Ingen", "Nobody"),
        "back": Wording("Tilbake", "Tilbake", "Back"),
    ]

    /// What the pages that record an outcome say of what cannot be recorded.
    static let refusals: [String: Wording] = [
        "changed_meanwhile": Wording(
            "Endret i mellomtiden:", "Endra i mellomtida:", "Changed meanwhile:"),
        "conflict": Wording(
            "Noen andre har endret dette etter at du åpnet siden. Se hva som er endret, og send "
                + "inn igjen hvis det fortsatt er riktig.",
            "Nokon andre har endra dette etter at du opna sida. Sjå kva som er endra, og send inn "
                + "igjen om det framleis er rett.",
            "Somebody else changed this after you opened the page. See what changed, and send it "
                + "again if it is still right."),
        "closed": Wording(
            "Dette er allerede ført som {0}.", "Dette er alt ført som {0}.",
            "This is recorded as {0} already."),
        "closed_assign": Wording(
            "{0} er ansvarlig for avtalen, og bare den ansvarlige kan tilby den til en annen.",
            "{0} er ansvarleg for avtalen, og berre den ansvarlege kan tilby han til ein annan.",
            "{0} is responsible for the agreement, and only they can offer it to somebody else."),
        "refused": Wording(
            "Dette kan ikke føres. Se over det du har skrevet.",
            "Dette kan ikkje førast. Sjå over det du har skrive.",
            "This cannot be recorded. Look over what you typed."),
        "refused_to_come": Wording(
            "Dagen kan ikke være senere enn i dag", "Dagen kan ikkje vere seinare enn i dag",
            "The day cannot be later than today"),
        "refused_past": Wording(
            "Den nye dagen kan ikke være før i dag", "Den nye dagen kan ikkje vere før i dag",
            "The new day cannot be before today"),
        "refused_same_day": Wording(
            "Velg en annen dag enn den som gjelder nå", "Vel ein annan dag enn den som gjeld no",
            "Choose another day than the one that holds now"),
        "refused_person": Wording(
            "Velg en annen, som er aktiv i registeret", "Vel ein annan, som er aktiv i registeret",
            "Choose somebody else who is active in the register"),
        "refused_offered": Wording(
            "Avtalen er allerede tilbudt {0}.", "Avtalen er alt tilboden {0}.",
            "The agreement has been offered to {0} already."),
        "refused_not_responsible": Wording(
            "Bare den ansvarlige kan tilby avtalen til en annen.",
            "Berre den ansvarlege kan tilby avtalen til ein annan.",
            "Only whoever is responsible can offer the agreement to somebody else."),
        "refused_later": Wording(
            "Møtet ble utsatt {0}, etter denne dagen.", "Møtet vart utsett {0}, etter denne dagen.",
            "The meeting was postponed on {0}, after this day."),
        "status_planned": Wording("planlagt", "planlagt", "planned"),
        "status_held": Wording("holdt", "halde", "held"),
        "status_cancelled": Wording("avlyst", "avlyst", "cancelled"),
        "status_open": Wording("åpen", "open", "open"),
        "status_in_progress": Wording("i gang", "i gang", "in progress"),
        "status_done": Wording("gjort", "gjort", "done"),
        "change_by": Wording("{0} endret {1}", "{0} endra {1}", "{0} changed {1}"),
        "change_added": Wording("{0} la til {1}", "{0} la til {1}", "{0} added {1}"),
        "change_field": Wording(
            "{0} fra {1} til {2}", "{0} frå {1} til {2}", "{0} from {1} to {2}"),
        "change_nothing": Wording("ingenting", "ingenting", "nothing"),
        "table_postponement": Wording("en utsettelse", "ei utsetjing", "a postponement"),
        "table_meeting_record": Wording(
            "saksliste eller deltakere", "sakliste eller deltakarar", "an agenda or participants"),
        "column_status": Wording("status", "status", "the state"),
        "column_held_on": Wording("dagen det ble holdt", "dagen det vart halde", "the day held"),
        "column_done_on": Wording("dagen det ble gjort", "dagen det vart gjort", "the day done"),
        "column_cancelled_on": Wording("avlyst dag", "avlyst dag", "the day cancelled"),
        "column_due_on": Wording("fristen", "fristen", "the due date"),
        "column_minutes": Wording("referatet", "referatet", "the minutes"),
        "column_theme": Wording("temaet", "temaet", "the theme"),
        "column_title": Wording("tittelen", "tittelen", "the title"),
        "column_responsible": Wording("ansvarlig", "ansvarleg", "who is responsible"),
        "column_result": Wording("resultatet", "resultatet", "the result"),
        "column_side": Wording("hvem som gjør det", "kven som gjer det", "who does it"),
        "column_kind": Wording("hva det var", "kva det var", "what it was"),
        "column_outcome": Wording(
            "hva som kom ut av det", "kva som kom ut av det", "what came of it"),
        "column_happened_on": Wording("dagen", "dagen", "the day"),
    ]
}
