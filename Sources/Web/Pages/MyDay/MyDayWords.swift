/// Texts of My day.
enum MyDayWords {
    static let texts: [String: Wording] = page.merging(lines) { first, _ in first }
        .merging(MyDayFormWords.texts) { first, _ in first }
        .merging(MyDayLogWords.texts) { first, _ in first }

    private static let page: [String: Wording] = [
        "title": Wording("Min dag", "Min dag", "My day"),
        "whose": Wording("Hvem sine saker", "Kven sine saker", "Whose work"),
        "scope_mine": Wording("Mine saker", "Mine saker", "Mine"),
        "scope_all": Wording("Hele landet", "Heile landet", "All of Norway"),
        "region": Wording("Region {0}", "Region {0}", "Region {0}"),
        "parts": Wording("Deler av siden", "Delar av sida", "Parts of the page"),
        "tab_overview": Wording("Oversikt", "Oversyn", "Overview"),
        "part_waiting": Wording("Venter på deg", "Ventar på deg", "Waiting for you"),
        "part_waiting_unit": Wording("Venter på utfall", "Ventar på utfall", "Waiting"),
        "part_escalated": Wording("Løftet til deg", "Løfta til deg", "Escalated to you"),
        "part_late": Wording("Over fristen", "Over fristen", "Late"),
        "part_today": Wording("I dag", "I dag", "Today"),
        "part_soon": Wording("De neste to ukene", "Dei neste to vekene", "Next two weeks"),
        "part_ahead": Wording("Lenger fram", "Lenger fram", "Further ahead"),
        "show_all": Wording("Vis alle {0}", "Vis alle {0}", "Show all {0}"),
        "nothing": Wording(
            "Ingenting venter, og ingenting har frist de neste to ukene.",
            "Ingenting ventar, og ingenting har frist dei neste to vekene.",
            "Nothing waits, and nothing is due in the next two weeks."),
        "col_due": Wording("Frist", "Frist", "Due"),
        "col_what": Wording("Hva", "Kva", "What"),
        "col_agreement": Wording("Avtale", "Avtale", "Agreement"),
        "col_do": Wording("Gjør", "Gjer", "Do"),
        "col_date": Wording("Dato", "Dato", "Date"),
        "col_recorded": Wording("Ført", "Ført", "Recorded"),
        "recent": Wording("Sist ført av deg", "Sist ført av deg", "Last recorded by you"),
        "undo": Wording("Angre", "Angre", "Undo"),
        "correct": Wording("Rett opp", "Rett opp", "Correct"),
        "did": Wording("Ført. {0}", "Ført. {0}", "Recorded. {0}"),
        "said_changed": Wording(
            "Noen andre har endret dette i mellomtiden. Ingenting ble ført.",
            "Nokon andre har endra dette i mellomtida. Ingenting vart ført.",
            "Somebody else changed this meanwhile. Nothing was recorded."),
        "keys": Wording("Taster:", "Tastar:", "Keys:"),
        "key_n": Wording("loggfør", "loggfør", "log"),
        "key_jk": Wording(
            "neste og forrige linje; på linjen:", "neste og førre linje; på linja:",
            "next and previous line; on the line:"),
        "key_h": Wording("holdt", "halde", "held"),
        "key_p": Wording("utsett", "utset", "postpone"),
        "key_d": Wording("gjort", "gjort", "done"),
        "key_m": Wording("ny dato", "ny dato", "new date"),
        "key_x": Wording("ikke min", "ikkje min", "not mine"),
    ]

    private static let lines: [String: Wording] = [
        "meeting_strategic": Wording(
            "Strategisk møte", "Strategisk møte", "Strategic meeting"),
        "meeting_operational": Wording(
            "Operativt møte", "Operativt møte", "Operational meeting"),
        "meeting_no_outcome": Wording(
            "Møte uten utfall", "Møte utan utfall", "Meeting without an outcome"),
        "meeting_planned": Wording("Møte", "Møte", "Meeting"),
        "kind_followup": Wording("Oppfølging", "Oppfølging", "Follow-up"),
        "kind_followup_counterpart": Wording(
            "Oppfølging hos motparten", "Oppfølging hos motparten", "Follow-up by the counterpart"),
        "kind_measure": Wording("Tiltak", "Tiltak", "Measure"),
        "kind_measure_counterpart": Wording(
            "Tiltak hos motparten", "Tiltak hos motparten", "Measure of the counterpart"),
        "kind_plan": Wording("Handlingsplan", "Handlingsplan", "Action plan"),
        "kind_plan_missing": Wording("Handlingsplan", "Handlingsplan", "Action plan"),
        "kind_plan_draft": Wording("Handlingsplan", "Handlingsplan", "Action plan"),
        "kind_evaluation_due": Wording("Evaluering", "Evaluering", "Evaluation"),
        "kind_evaluation_submitted": Wording("Evaluering", "Evaluering", "Evaluation"),
        "kind_meetings_missing": Wording(
            "Strategiske møter", "Strategiske møte", "Strategic meetings"),
        "kind_expiring": Wording("Avtaleslutt", "Avtaleslutt", "End of agreement"),
        "kind_expired": Wording("Avtaleslutt", "Avtaleslutt", "End of agreement"),
        "kind_handover": Wording("Overlevering", "Overlevering", "Hand-over"),
        "kind_settlement": Wording("Bosettingstall", "Busetjingstal", "Settlement figures"),
        "title_plan_missing": Wording(
            "Planen for {0} er ikke vedtatt", "Planen for {0} er ikkje vedteken",
            "The plan for {0} is not adopted"),
        "title_plan_draft": Wording(
            "Vedta planen for {0}", "Vedta planen for {0}", "Adopt the plan for {0}"),
        "title_evaluation_due": Wording(
            "Evalueringen for {0} er ikke godkjent", "Evalueringa for {0} er ikkje godkjend",
            "The evaluation for {0} is not approved"),
        "title_evaluation_submitted": Wording(
            "Godkjenn evalueringen for {0}", "Godkjenn evalueringa for {0}",
            "Approve the evaluation for {0}"),
        "title_meetings_missing": Wording(
            "For få strategiske møter i {0}", "For få strategiske møte i {0}",
            "Too few strategic meetings in {0}"),
        "title_expiring": Wording(
            "Avtalen går ut og er ikke fornyet", "Avtalen går ut og er ikkje fornya",
            "The agreement expires and is not renewed"),
        "title_expired": Wording(
            "Avtalen er gått ut og er ikke avsluttet",
            "Avtalen er gått ut og er ikkje avslutta",
            "The agreement has expired and is not ended"),
        "title_handover": Wording(
            "{0} vil overlevere {1} avtaler", "{0} vil overlevere {1} avtalar",
            "{0} wants to hand over {1} agreements"),
        "title_handover_one": Wording(
            "{0} vil overlevere en avtale", "{0} vil overlevere ein avtale",
            "{0} wants to hand over an agreement"),
        "settlement_one": Wording(
            "Tall for {0} mangler for én kommune", "Tal for {0} manglar for éin kommune",
            "Figures for {0} are missing for one municipality"),
        "settlement_many": Wording(
            "Tall for {0} mangler for {1} kommuner", "Tal for {0} manglar for {1} kommunar",
            "Figures for {0} are missing for {1} municipalities"),
        "and_more": Wording("{0} og {1} til", "{0} og {1} til", "{0} and {1} more"),
        "tag_stands_in": Wording("Du er stedfortreder", "Du er stadfortredar", "You stand in"),
        "tag_deputy": Wording("Du er nestansvarlig", "Du er nestansvarleg", "You are deputy"),
        "do_held_today": Wording("Holdt i dag", "Halde i dag", "Held today"),
        "do_held_on": Wording("Holdt {0}", "Halde {0}", "Held {0}"),
        "do_held": Wording("Holdt", "Halde", "Held"),
        "do_held_other": Wording("Annen dag", "Annan dag", "Other day"),
        "do_postpone": Wording("Utsett", "Utset", "Postpone"),
        "do_done_today": Wording("Gjort i dag", "Gjort i dag", "Done today"),
        "do_move": Wording("Ny dato", "Ny dato", "New date"),
        "do_assign": Wording("Ikke min", "Ikkje min", "Not mine"),
        "do_adopt": Wording("Vedta i dag", "Vedta i dag", "Adopt today"),
        "deed_held": Wording("{0}: holdt {1}", "{0}: halde {1}", "{0}: held {1}"),
        "deed_done": Wording("{0}: gjort {1}", "{0}: gjort {1}", "{0}: done {1}"),
        "deed_cancelled": Wording("{0}: avlyst", "{0}: avlyst", "{0}: cancelled"),
        "deed_planned": Wording(
            "{0}: planlagt {1} igjen", "{0}: planlagt {1} igjen", "{0}: planned for {1} again"),
        "deed_reopened": Wording("{0}: åpnet igjen", "{0}: opna igjen", "{0}: open again"),
        "deed_adopted": Wording("{0}: vedtatt {1}", "{0}: vedteken {1}", "{0}: adopted {1}"),
        "deed_postponed": Wording(
            "{0}: utsatt til {1}", "{0}: utsett til {1}", "{0}: postponed to {1}"),
        "deed_moved": Wording("{0}: ny frist {1}", "{0}: ny frist {1}", "{0}: now due {1}"),
        "deed_reassigned": Wording("{0}: overlatt", "{0}: overlate", "{0}: given on"),
        "deed_offered": Wording(
            "Overlevering tilbudt {0}", "Overlevering tilboden {0}", "Hand-over offered to {0}"),
        "plan_of": Wording("Planen for {0}", "Planen for {0}", "The plan for {0}"),
    ]
}
