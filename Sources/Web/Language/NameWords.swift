import Agreements
import Rules

/// What values of the register are called; the key is the kind and the value: `status_active`.
enum NameWords {
    static let texts: [String: Wording] = [
        "kind_municipal": Wording("Kommunal", "Kommunal", "Municipal"),
        "kind_sector": Wording("Sektor", "Sektor", "Sector"),
        "kind_voluntary": Wording("Frivillig", "Frivillig", "Voluntary"),
        "status_draft": Wording("Utkast", "Utkast", "Draft"),
        "status_negotiating": Wording("Forhandles", "Vert forhandla", "Negotiating"),
        "status_active": Wording("Aktiv", "Aktiv", "Active"),
        "status_ended": Wording("Avsluttet", "Avslutta", "Ended"),
        "status_abandoned": Wording("Oppgitt", "Gjeven opp", "Abandoned"),
        "status_expired": Wording("Utløpt", "Utgått", "Expired"),
        "area_settlement": Wording("Bosetting", "Busetjing", "Settlement"),
        "area_qualification": Wording("Kvalifisering", "Kvalifisering", "Qualification"),
        "area_employment": Wording("Arbeid", "Arbeid", "Employment"),
        "area_equal_services": Wording(
            "Likeverdige tjenester", "Likeverdige tenester", "Equal services"),
        "area_planning": Wording("Planlegging", "Planlegging", "Planning"),
        "area_knowledge": Wording("Kunnskap", "Kunnskap", "Knowledge"),
        "area_participation": Wording("Deltakelse", "Deltaking", "Participation"),
        "area_children_youth": Wording("Barn og unge", "Barn og unge", "Children and youth"),
        "area_interpreting": Wording("Tolking", "Tolking", "Interpreting"),
        "area_other": Wording("Annet", "Anna", "Other"),
        "signatory_mayor": Wording("Ordfører", "Ordførar", "Mayor"),
        "signatory_chief_executive": Wording(
            "Kommunedirektør", "Kommunedirektør", "Chief executive"),
        "signatory_director": Wording("Direktør", "Direktør", "Director"),
        "signatory_other": Wording("Annen", "Annan", "Other"),
        "side_imdi": Wording("IMDi", "IMDi", "IMDi"),
        "side_counterpart": Wording("Motparten", "Motparten", "The counterpart"),
        "side_both": Wording("Begge", "Begge", "Both"),
        "level_strategic": Wording("Strategisk", "Strategisk", "Strategic"),
        "level_operational": Wording("Operativt", "Operativt", "Operational"),
        "role_caseworker": Wording("Saksbehandler", "Saksbehandlar", "Caseworker"),
        "role_settlement_coordinator": Wording(
            "Bosettingskoordinator", "Busetjingskoordinator", "Settlement coordinator"),
        "role_regional_director": Wording(
            "Regiondirektør", "Regiondirektør", "Regional director"),
        "role_head_office_analyst": Wording(
            "Analytiker sentralt", "Analytikar sentralt", "Head office analyst"),
        "role_head_office_director": Wording(
            "Direktør sentralt", "Direktør sentralt", "Head office director"),
        "role_administrator": Wording("Administrator", "Administrator", "Administrator"),
        "role_auditor": Wording("Revisor", "Revisor", "Auditor"),
        "requirement_R1": Wording("Forankret", "Forankra", "Anchored"),
        "requirement_R2": Wording("Flerårig", "Fleirårig", "Multi-year"),
        "requirement_R3": Wording("Formål", "Føremål", "Purpose"),
        "requirement_R4": Wording("Områder", "Område", "Areas"),
        "requirement_R5": Wording("Gjensidig", "Gjensidig", "Mutual"),
        "requirement_R6": Wording("Plan", "Plan", "Plan"),
        "requirement_R7": Wording("Møtetakt", "Møtetakt", "Cadence"),
        "requirement_R8": Wording("Bemannet", "Bemanna", "Staffed"),
        "requirement_R9": Wording("Evaluert", "Evaluert", "Evaluated"),
    ]
}

extension Words {
    func name(_ kind: AgreementKind) -> String { self["kind_\(kind.rawValue)"] }
    func name(_ status: AgreementStatus) -> String { self["status_\(status.rawValue)"] }
    func name(_ area: Area) -> String { self["area_\(area.rawValue)"] }
    func name(_ signatory: Signatory) -> String { self["signatory_\(signatory.rawValue)"] }
    func name(_ side: Side) -> String { self["side_\(side.rawValue)"] }
    func name(_ level: MeetingLevel) -> String { self["level_\(level.rawValue)"] }
    func name(_ role: Role) -> String { self["role_\(role.rawValue)"] }
    func name(_ requirement: Requirement) -> String {
        self["requirement_\(requirement.rawValue)"]
    }
    func name(_ unit: OwningUnit) -> String { texts[unit.text] }
}
