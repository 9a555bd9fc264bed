/// How each of the nine requirements is met when it is not.
enum RequirementWords {
    static let texts: [String: Wording] = [
        "R1_mend": Wording(
            "Registrer at ordfører, kommunedirektør eller direktør har signert for motparten.",
            "Registrer at ordførar, kommunedirektør eller direktør har signert for motparten.",
            "Record that a mayor, chief executive or director signed for the counterpart."),
        "R2_mend": Wording(
            "Avtal en periode på 24 måneder eller mer.",
            "Avtal ein periode på 24 månader eller meir.",
            "Agree on a period of 24 months or more."),
        "R3_mend": Wording(
            "Skriv hva avtalen skal oppnå.", "Skriv kva avtalen skal oppnå.",
            "Write what the agreement is to achieve."),
        "R4_mend": Wording(
            "Velg minst ett område. En avtale med en kommune må ha bosetting eller kvalifisering.",
            "Vel minst eitt område. Ein avtale med ein kommune må ha busetjing eller "
                + "kvalifisering.",
            "Choose one area at least. An agreement with a municipality must have settlement or "
                + "qualification."),
        "R5_mend": Wording(
            "Skriv minst én målbar forpliktelse for IMDi og én for motparten.",
            "Skriv minst éi målbar plikt for IMDi og éi for motparten.",
            "Write at least one measurable commitment for IMDi and one for the counterpart."),
        "R6_mend": Wording(
            "Lag handlingsplanen for året og få den vedtatt.",
            "Lag handlingsplanen for året og få han vedteken.",
            "Make the year's action plan and have it adopted."),
        "R7_mend": Wording(
            "Avtal minst ett strategisk møte i året.", "Avtal minst eitt strategisk møte i året.",
            "Agree on one strategic meeting a year at least."),
        "R8_mend": Wording(
            "Velg en ansvarlig og en stedfortreder som er to aktive brukere.",
            "Vel ein ansvarleg og ein stadfortredar som er to aktive brukarar.",
            "Choose a responsible and a deputy who are two active users."),
        "R9_mend": Wording(
            "Få evalueringen for i fjor godkjent.", "Få evalueringa for i fjor godkjend.",
            "Have last year's evaluation approved."),
    ]
}
