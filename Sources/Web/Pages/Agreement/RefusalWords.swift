import Agreements
import Register

/// Says in a reader's language why a deed was refused, and at which field.
struct Refusal {
    let words: Words
    let refusal: RecordRefusal

    /// The field that it is about; nil for the record as a whole.
    var field: String? {
        switch refusal {
        case .identityNumber(let field), .empty(_, _, let field): field
        case .daysReversed(_, _, _, let second): second.name
        case .contradiction(let contradiction):
            switch contradiction {
            case .noReason: "reason"
            case .samePerson: "deputy"
            case .samePersonAlready, .inactive: "responsible"
            case .noParty, .sameParty: "add_party"
            case .sameDay: "due_on"
            case .documentSize: "file"
            case .negative(_, _, let field, _): field
            default: nil
            }
        default: nil
        }
    }

    var sentence: String {
        switch refusal {
        case .unknown(let table, let id): words["refused_unknown", noun(table), id]
        case .exists(let table, let id): words["refused_exists", noun(table), id]
        case .notNow(let table, _, _, _): words["refused_not_now", noun(table)]
        case .identityNumber(let field): words["error_identity", name(field)]
        case .empty(_, _, let field): words["error_required", name(field)]
        case .movedOn: words["conflict_title"]
        case .toCome(_, _, _, let day, let today):
            words["refused_to_come", words.date(day), words.date(today)]
        case .daysReversed(_, _, let first, let second):
            words[
                "refused_reversed", name(second.name), words.date(second.day), name(first.name),
                words.date(first.day)]
        case .contradiction(let contradiction): sentence(of: contradiction)
        }
    }

    private func sentence(of contradiction: RecordContradiction) -> String {
        switch contradiction {
        case .noReason: words["error_required", name("reason")]
        case .decisionsUnassigned(_, let positions):
            words[
                "refused_unassigned",
                positions.map(String.init).joined(separator: ", ")]
        case .minutesClosed: words["refused_minutes_closed"]
        case .decisionIsFollowUp: words["refused_is_followup"]
        case .samePerson: words["refused_same_person"]
        case .inactive(let user): words["refused_inactive", user]
        case .noParty: words["refused_no_party"]
        case .sameParty: words["refused_same_party"]
        case .renewedAlready(_, let other): words["refused_renewed", other]
        case .nothingAmended: words["refused_nothing_amended"]
        case .sameDay(_, _, let day), .plannedAlready(_, let day):
            words["refused_same_day", words.date(day)]
        case .samePersonAlready(_, _, let user): words["refused_responsible_already", user]
        case .planOfAnotherYear(_, let year): words["no_plan", String(year)]
        case .documentSize(let bytes, let most):
            words[
                bytes == 0 ? "refused_empty_file" : "refused_large_file",
                String(most / 1024 / 1024)]
        case .meetingOfAnother: words["refused_other_meeting"]
        case .anonymised: words["refused_anonymised"]
        case .offeredAlready(_, let user): words["offered", user]
        case .nothingAnswered: words["refused_nothing_answered"]
        case .conclusionIsMeasure: words["refused_is_measure"]
        default: words["refused_contradiction"]
        }
    }

    private func name(_ field: String) -> String { words.known("field_\(field)") ?? field }

    private func noun(_ table: String) -> String {
        (words.known("table_\(table)") ?? table).lowercased()
    }
}

/// Texts of refusals.
enum RefusalWords {
    static let texts: [String: Wording] = [
        "refused_unknown": Wording(
            "Registeret har ikke {0} «{1}».", "Registeret har ikkje {0} «{1}».",
            "The register has no {0} “{1}”."),
        "refused_exists": Wording(
            "Registeret har {0} «{1}» fra før.", "Registeret har {0} «{1}» frå før.",
            "The register has the {0} “{1}” already."),
        "refused_not_now": Wording(
            "Statusen er en annen enn da siden ble åpnet ({0}). Åpne siden på nytt for å se hva "
                + "som kan gjøres.",
            "Statusen er ein annan enn då sida vart opna ({0}). Opne sida på nytt for å sjå kva "
                + "som kan gjerast.",
            "The status is another than when the page was opened ({0}). Open the page again to "
                + "see what can be done."),
        "refused_to_come": Wording(
            "{0} er ikke kommet ennå: i dag er det {1}. Registrer det når det har skjedd.",
            "{0} er ikkje komen enno: i dag er det {1}. Registrer det når det har skjedd.",
            "{0} has not come yet: today is {1}. Record it when it has happened."),
        "refused_reversed": Wording(
            "{0} er {1}, før {2}, som er {3}. Rett en av dem.",
            "{0} er {1}, før {2}, som er {3}. Rett ein av dei.",
            "{0} is {1}, before {2}, which is {3}. Correct one of them."),
        "refused_unassigned": Wording(
            "Referatet kan ikke lukkes: vedtak {0} mangler ansvarlig eller frist. Fyll ut begge.",
            "Referatet kan ikkje lukkast: vedtak {0} manglar ansvarleg eller frist. Fyll ut begge.",
            "The minutes cannot be closed: decision {0} lacks a responsible or a day. Give both."),
        "refused_minutes_closed": Wording(
            "Referatet er lukket. Skriv det som er nytt i neste møte.",
            "Referatet er lukka. Skriv det som er nytt i neste møte.",
            "The minutes are closed. Write what is new in the next meeting."),
        "refused_is_followup": Wording(
            "Vedtaket er blitt oppfølging. Endre oppfølgingen.",
            "Vedtaket er blitt oppfølging. Endre oppfølginga.",
            "The decision has become a follow-up. Change the follow-up."),
        "refused_same_person": Wording(
            "Stedfortreder og ansvarlig er samme person. Velg to.",
            "Stadfortredar og ansvarleg er same person. Vel to.",
            "Deputy and responsible are one person. Choose two."),
        "refused_inactive": Wording(
            "{0} er ikke en aktiv bruker. Velg en som er det.",
            "{0} er ikkje ein aktiv brukar. Vel ein som er det.",
            "{0} is not an active user. Choose somebody who is."),
        "refused_no_party": Wording(
            "Avtalen må ha minst én part.", "Avtalen må ha minst éin part.",
            "The agreement must have one party at least."),
        "refused_same_party": Wording(
            "Parten er allerede med.", "Parten er alt med.", "The party is there already."),
        "refused_renewed": Wording(
            "Avtalen er fornyet av {0}. Gå videre med den.",
            "Avtalen er fornya av {0}. Gå vidare med den.",
            "The agreement is renewed by {0}. Go on with that one."),
        "refused_nothing_amended": Wording(
            "Ingenting er endret. Skriv det partene har endret.",
            "Ingenting er endra. Skriv det partane har endra.",
            "Nothing is changed. Write what the parties changed."),
        "refused_same_day": Wording(
            "Datoen er {0} fra før. Velg en annen.", "Datoen er {0} frå før. Vel ein annan.",
            "The day is {0} already. Choose another."),
        "refused_responsible_already": Wording(
            "{0} er ansvarlig fra før. Velg en annen.", "{0} er ansvarleg frå før. Vel ein annan.",
            "{0} is responsible already. Choose somebody else."),
        "refused_empty_file": Wording(
            "Filen er tom. Velg en med innhold.", "Fila er tom. Vel ei med innhald.",
            "The file is empty. Choose one with content."),
        "refused_large_file": Wording(
            "Filen er for stor. Velg en på {0} MB eller mindre.",
            "Fila er for stor. Vel ei på {0} MB eller mindre.",
            "The file is too large. Choose one of {0} MB or less."),
        "refused_other_meeting": Wording(
            "Møtet hører til en annen avtale.", "Møtet høyrer til ein annan avtale.",
            "The meeting belongs to another agreement."),
        "refused_anonymised": Wording(
            "Kontaktpersonen er anonymisert. Legg til en ny.",
            "Kontaktpersonen er anonymisert. Legg til ein ny.",
            "The contact person is anonymised. Add a new one."),
        "refused_nothing_answered": Wording(
            "Gi poeng til minst ett av spørsmålene før du leverer. Svarene er lagret.",
            "Gi poeng til minst eitt av spørsmåla før du leverer. Svara er lagra.",
            "Score one of the questions at least before you deliver. Your answers are saved."),
        "refused_is_measure": Wording(
            "Dette er blitt et tiltak. Endre tiltaket.",
            "Dette er blitt eit tiltak. Endre tiltaket.",
            "This has become a measure. Change the measure."),
        "refused_contradiction": Wording(
            "Opplysningene motsier hverandre. Se over skjemaet.",
            "Opplysningane motseier kvarandre. Sjå over skjemaet.",
            "The form contradicts itself. Look it over."),
    ]
}
