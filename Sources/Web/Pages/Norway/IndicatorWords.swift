/// What each indicator counts, in a sentence (domain.md, 9).
enum IndicatorWords {
    static let texts: [String: Wording] = agreements.merging(work) { first, _ in first }
        .merging(state) { first, _ in first }

    private static let agreements: [String: Wording] = [
        "def_agreements_in_force": Wording(
            "Avtaler som er i kraft på skjæringsdatoen.",
            "Avtalar som er i kraft på skjeringsdatoen.",
            "Agreements in force at the cut-off."),
        "def_municipalities_covered": Wording(
            "Kommuner som selv, eller gjennom en bydel, er part i en kommuneavtale i kraft, av "
                + "alle "
                + "kommunene i regionen.",
            "Kommunar som sjølve, eller gjennom ein bydel, er part i ein kommuneavtale i kraft, av "
                + "alle kommunane i regionen.",
            "Municipalities that are, or have a city district that is, party to a municipal "
                + "agreement in force, of all in the region."),
        "def_settled_under_agreement": Wording(
            "Bosatte så langt i året i kommuner med avtale, av alle bosatte i regionen.",
            "Busette så langt i året i kommunar med avtale, av alle busette i regionen.",
            "Settled so far in the year in municipalities with an agreement, of all settled in "
                + "the region."),
        "def_plan_coverage": Wording(
            "Avtaler i kraft med en plan for året som er vedtatt innen skjæringsdatoen.",
            "Avtalar i kraft med ein plan for året som er vedteken innan skjeringsdatoen.",
            "Agreements in force with a plan for the year adopted by the cut-off."),
        "def_evaluation_coverage": Wording(
            "Godkjente evalueringer for året før, av avtalene som var i kraft 31. desember.",
            "Godkjende evalueringar for året før, av avtalane som var i kraft 31. desember.",
            "Approved evaluations for the year before, of the agreements in force on 31 December."),
        "def_score_imdi": Wording(
            "Snittet av IMDis poeng i godkjente evalueringer for året før.",
            "Snittet av poenga frå IMDi i godkjende evalueringar for året før.",
            "The mean of IMDi's scores in approved evaluations for the year before."),
        "def_score_counterpart": Wording(
            "Snittet av partenes poeng i godkjente evalueringer for året før.",
            "Snittet av poenga frå partane i godkjende evalueringar for året før.",
            "The mean of the counterparts' scores in approved evaluations for the year before."),
        "def_commitment_grade": Wording(
            "Oppfylte krav, av de ni kravene til hver avtale i kraft.",
            "Oppfylte krav, av dei ni krava til kvar avtale i kraft.",
            "Requirements met, of the nine for each agreement in force."),
        "def_anchored": Wording(
            "Avtaler i kraft som er signert av ordfører, rådmann eller direktør.",
            "Avtalar i kraft som er signerte av ordførar, rådmann eller direktør.",
            "Agreements in force signed by a mayor, chief executive or director."),
    ]

    private static let work: [String: Wording] = [
        "def_meetings_held": Wording(
            "Møter som først var planlagt i perioden, og som er holdt.",
            "Møte som først var planlagde i perioden, og som er haldne.",
            "Meetings first planned in the period that have been held."),
        "def_meetings_postponed": Wording(
            "Møter som først var planlagt i perioden, og som er utsatt minst én gang.",
            "Møte som først var planlagde i perioden, og som er utsette minst éin gong.",
            "Meetings first planned in the period and postponed at least once."),
        "def_meetings_cancelled": Wording(
            "Møter som først var planlagt i perioden, og som er avlyst.",
            "Møte som først var planlagde i perioden, og som er avlyste.",
            "Meetings first planned in the period and cancelled."),
        "def_meeting_delay_days": Wording(
            "Medianen av dager fra første dato til møtet ble holdt.",
            "Medianen av dagar frå første dato til møtet vart halde.",
            "The median of days from the first date until the meeting was held."),
        "def_followups_on_time": Wording(
            "Oppfølging med frist i perioden som er gjort innen fristen.",
            "Oppfølging med frist i perioden som er gjord innan fristen.",
            "Follow-ups due in the period and done in time."),
        "def_measures_done": Wording(
            "Tiltak med frist i perioden som er gjennomført.",
            "Tiltak med frist i perioden som er gjennomførte.",
            "Measures due in the period that are done."),
        "def_activities": Wording(
            "Aktiviteter i perioden.", "Aktivitetar i perioden.", "Activities in the period."),
        "def_overdue": Wording(
            "Oppfølging og tiltak som er over fristen på skjæringsdatoen og ikke gjort.",
            "Oppfølging og tiltak som er over fristen på skjeringsdatoen og ikkje gjorde.",
            "Follow-ups and measures past their date at the cut-off and not done."),
    ]

    private static let state: [String: Wording] = [
        "def_sector_coverage": Wording(
            "Felt i dekningsmatrisen med en avtale i kraft, av alle feltene.",
            "Felt i dekningsmatrisa med ein avtale i kraft, av alle felta.",
            "Cells of the coverage matrix with an agreement in force, of all cells."),
        "def_settlement": Wording(
            "Bosatte så langt i året, av plassene kommunene har vedtatt for året.",
            "Busette så langt i året, av plassane kommunane har vedteke for året.",
            "Settled so far in the year, of the places that municipalities have decided."),
        "def_grants": Wording(
            "Kroner til kommuner med avtale eller under avtaler i kraft, av alle tilskudd i året.",
            "Kroner til kommunar med avtale eller under avtalar i kraft, av alle tilskot i året.",
            "NOK to municipalities with an agreement or under agreements in force, of all grants "
                + "of the year."),
        "def_municipal_meetings": Wording(
            "Møter holdt under kommuneavtaler, og besøk hos kommuner og bydeler.",
            "Møte haldne under kommuneavtalar, og besøk hos kommunar og bydelar.",
            "Meetings held under municipal agreements, and visits to municipalities and city "
                + "districts."),
    ]
}
