import Agreements
import Documents

/// Meetings as rows of a table.
struct MeetingLines {
    let words: Words
    let today: Day

    func model(_ meeting: MeetingLine) -> [String: Any] {
        [
            "date": words.date(meeting.on), "path": meeting.path,
            "theme": meeting.theme ?? words.name(meeting.level),
            "level": words.name(meeting.level),
            "status": words["meeting_\(meeting.status.rawValue)"], "style": style(of: meeting),
            "is_unrecorded": meeting.status == .planned && meeting.plannedOn < today,
            "moved": shown(moved(meeting)),
            "lacking": shown(
                meeting.unassigned > 0
                    ? words["decisions_lacking", String(meeting.unassigned)] : nil),
        ]
    }

    func moved(_ meeting: MeetingLine) -> String? {
        let first = words.date(meeting.firstPlannedOn)
        switch meeting.postponements {
        case 0: return nil
        case 1: return words["moved_once", first]
        default: return words["moved", String(meeting.postponements), first]
        }
    }

    private func style(of meeting: MeetingLine) -> String {
        switch meeting.status {
        case .held: "good"
        case .cancelled: "off"
        case .planned: meeting.plannedOn < today ? "bad" : "off"
        }
    }
}

/// One meeting as its template shows it.
struct MeetingView {
    let visit: Visit
    let head: AgreementHead
    let record: MeetingRecord

    private var words: Words { visit.words }
    private var line: MeetingLine { record.line }

    var frame: Visit.Frame {
        AgreementHeadView(visit: visit, head: head, tab: .meetings)
            .frame(of: words["meeting_on", words.date(line.on)])
    }

    private var mayWrite: Bool { visit.may(.write, .meeting, of: head.owner) }
    private var isClosed: Bool { line.minutesClosedOn != nil }
    private var canMinute: Bool { mayWrite && line.status == .held && !isClosed }

    var model: [String: Any] {
        var model = MeetingLines(words: words, today: visit.today).model(line)
        model["agreement"] = head.title
        model["agreement_path"] = head.path("meetings")
        model["buttons"] = buttons.map { ["text": words[$0], "path": "\(line.path)/\($1)"] }
        model["agenda"] = shown(line.agenda)
        model["minutes"] = shown(line.minutes)
        model["is_held"] = line.status == .held
        model["minutes_state"] = minutesState
        model["roles"] = [
            ["name": words["field_imdi_roles"], "value": shown(record.imdiRoles)],
            ["name": words["field_counterpart_roles"], "value": shown(record.counterpartRoles)],
        ].filter { !($0["value"] is Bool) }
        model["decisions"] = record.decisions.map(decision)
        model["new_decision_path"] = canMinute ? "\(line.path)/decisions/new" : false
        model["moves"] = record.postponements.map { move in
            [
                "text": words["moved_to", words.date(move.movedTo), words.date(move.decidedOn)],
                "reason": shown(move.reason),
            ]
        }
        return model
    }

    private var minutesState: String {
        guard let day = line.minutesClosedOn else { return words["minutes_open"] }
        return words["minutes_closed", words.date(day)]
    }

    private var buttons: [(String, String)] {
        guard mayWrite else { return [] }
        switch line.status {
        case .planned:
            return [
                ("hold_meeting", "hold"), ("postpone_meeting", "postpone"),
                ("cancel_meeting", "cancel"), ("prepare_meeting", "prepare"),
            ]
        case .held:
            return isClosed
                ? [] : [("write_minutes", "minutes"), ("close_minutes", "close")]
        case .cancelled: return []
        }
    }

    private func decision(_ decision: MeetingRecord.Decision) -> [String: Any] {
        let path = "\(line.path)/decisions/\(decision.key)"
        let followUp = decision.followUp
        return [
            "position": decision.position, "text": decision.text,
            "side": words.name(decision.side),
            "holder": shown(decision.responsible), "due": shown(decision.dueOn.map(words.date)),
            "followup": shown(followUp.map { words["is_followup", $0.id] }),
            "followup_path": followUp.map { "/followups/\($0.key)/edit" } ?? "",
            "edit_path": canMinute && followUp == nil ? path : false,
            "make_path": canMinute && followUp == nil && decision.isAssigned
                ? "\(path)/followup" : false,
            "is_lacking": !decision.isAssigned,
        ]
    }
}
