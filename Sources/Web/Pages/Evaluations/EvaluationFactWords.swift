/// Texts of the facts of an evaluation's year.
enum EvaluationFactWords {
    static let texts: [String: Wording] = [
        "light_green": Wording(
            "Grønt: godt fulgt opp", "Grønt: godt følgt opp", "Green: well kept"),
        "light_yellow": Wording(
            "Gult: delvis fulgt opp", "Gult: delvis følgt opp", "Yellow: kept in part"),
        "light_red": Wording(
            "Rødt: lite fulgt opp", "Raudt: lite følgt opp", "Red: little was kept"),
        "light_grey": Wording(
            "Ingenting å måle på", "Ingenting å måle på", "Nothing to measure by"),
        "share_of": Wording("{0} ({1} av {2})", "{0} ({1} av {2})", "{0} ({1} of {2})"),
        "meetings_promised": Wording(
            "Strategiske møter holdt, av lovte", "Strategiske møte haldne, av lova",
            "Strategic meetings held, of promised"),
        "of_promised": Wording("{0} av {1} lovte", "{0} av {1} lova", "{0} of {1} promised"),
        "none_promised": Wording("{0}, ingen lovt", "{0}, ingen lova", "{0}, none promised"),
        "meetings_postponed": Wording(
            "Møter som ble utsatt", "Møte som vart utsette", "Meetings postponed"),
        "days_to_close": Wording(
            "Dager fra møte til gjort oppfølging, median",
            "Dagar frå møte til gjord oppfølging, median",
            "Days from meeting to finished follow-up, median"),
        "days_of": Wording(
            "{0} (av {1} oppfølginger)", "{0} (av {1} oppfølgingar)", "{0} (of {1} follow-ups)"),
        "untouched": Wording(
            "Løfter ingen har gjort noe med", "Lovnader ingen har gjort noko med",
            "Promises nobody has acted on"),
        "untouched_which": Wording(
            "Hvilke løfter", "Kva lovnader", "Which promises"),
        "untouched_hint": Wording(
            "Parten som er bundet, har ikke gjort noe tiltak eller noen oppfølging ferdig i året.",
            "Parten som er bunden, har ikkje gjort noko tiltak eller noka oppfølging ferdig i "
                + "året.",
            "The party that is bound has finished no measure and no follow-up in the year."),
        "about_settlement": Wording(
            "Bosetting av flyktninger etter avtalen", "Busetjing av flyktningar etter avtalen",
            "Settlement of refugees under the agreement"),
        "about_qualification": Wording(
            "Introduksjonsprogram, norsk og overgang til arbeid",
            "Introduksjonsprogram, norsk og overgang til arbeid",
            "Introduction programme, Norwegian and the way to work"),
        "about_services": Wording(
            "Likeverdige tjenester for alle innbyggere",
            "Likeverdige tenester for alle innbyggjarar", "Equal services for all inhabitants"),
        "about_knowledge": Wording(
            "Kunnskap og råd som partene gir hverandre",
            "Kunnskap og råd som partane gir kvarandre",
            "Knowledge and advice that the parties give each other"),
        "about_anchoring": Wording(
            "Forankring i ledelse og planer", "Forankring i leiing og planar",
            "Anchoring in leadership and plans"),
        "about_commitments": Wording(
            "Begge parter har gjort det de lovte", "Begge partar har gjort det dei lova",
            "Both parties did what they promised"),
        "about_overall": Wording(
            "Samarbeidet alt i alt", "Samarbeidet alt i alt", "The partnership as a whole"),
        "about_coordination": Wording(
            "Samordning mellom etatene", "Samordning mellom etatane",
            "Coordination between the authorities"),
        "about_meetings": Wording(
            "Nytten av møtene", "Nytten av møta", "The use of the meetings"),
        "about_regional": Wording(
            "Samarbeidet i regionene", "Samarbeidet i regionane", "The work in the regions"),
    ]
}
