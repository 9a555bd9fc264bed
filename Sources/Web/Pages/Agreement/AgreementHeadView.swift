import Agreements
import Documents
import Rules

/// The top of every page of one agreement as the partial `agreement_head` shows it.
struct AgreementHeadView {
    let visit: Visit
    let head: AgreementHead
    let tab: AgreementTab

    private var words: Words { visit.words }

    /// What surrounds the page.
    var frame: Visit.Frame {
        Visit.Frame(
            title: head.title, menu: "nav_agreements",
            trail: [(words["nav_agreements"], "/agreements")], help: "agreement")
    }

    /// The frame of a form or page under the agreement.
    func frame(of title: String) -> Visit.Frame {
        Visit.Frame(
            title: title, menu: "nav_agreements",
            trail: [(words["nav_agreements"], "/agreements"), (head.title, head.path())],
            help: "agreement")
    }

    var mayWrite: Bool { visit.may(.write, .agreement, of: head.owner) }

    var model: [String: Any] {
        [
            "id": head.id, "owner": words.name(head.owner),
            "kind": words.name(head.kind), "designation": head.designation,
            "tags": tags, "notes": notes, "buttons": buttons,
            "tabs": tabs.markup,
        ]
    }

    private var tags: [[String: Any]] {
        let style =
            switch head.status {
            case .active: "good"
            case .draft, .negotiating: "warn"
            case .ended, .abandoned: "off"
            }
        var tags = [["text": words.name(head.status), "style": style]]
        if head.isExpired(on: visit.today) {
            tags.append(["text": words["status_expired"], "style": "bad"])
        }
        return tags
    }

    private var notes: [[String: Any]] {
        var notes: [[String: Any]] = []
        if head.isExpired(on: visit.today), head.renewedBy == nil, let validTo = head.validTo {
            notes.append(["text": words["expired_note", words.date(validTo)], "style": "danger"])
        }
        if let receiver = head.offeredTo {
            notes.append(["text": words["offered", receiver], "style": "notice"])
        }
        if head.status == .ended, let endedOn = head.endedOn {
            notes.append([
                "text": words["ended_note", words.date(endedOn), head.endReason ?? ""],
                "style": "notice",
            ])
        }
        if head.status == .abandoned {
            notes.append([
                "text": words["abandoned_note", head.endReason ?? ""], "style": "notice",
            ])
        }
        return notes
    }

    /// What can be done with it as it stands, by whoever may write.
    private var buttons: [[String: Any]] {
        guard mayWrite else { return [] }
        var buttons: [(key: String, path: String)] = []
        switch head.status {
        case .draft, .negotiating:
            buttons = [
                ("do_edit", head.path("edit")), ("do_sign", head.path("sign")),
                ("do_abandon", head.path("end")),
            ]
            if head.status == .draft {
                buttons.insert(("do_negotiate", head.path("negotiate")), at: 1)
            }
        case .active:
            buttons = [
                ("do_edit", head.path("edit")), ("do_amend", head.path("amend")),
                ("do_end", head.path("end")),
            ]
        case .ended, .abandoned: break
        }
        if head.status == .active || head.status == .ended, head.renewedBy == nil {
            buttons.append(("do_renew", head.path("renew")))
        }
        if head.isOpen {
            let id = LocalPath.encode(head.id)
            buttons.append(("do_hand_over", "/handovers/new?agreement=\(id)"))
        }
        return buttons.map { ["text": words[$0.key], "path": $0.path] }
    }

    /// Written directly: they are on every page of an agreement.
    private var tabs: HTML {
        Tabs.links(
            AgreementTab.allCases.map { (words[$0.wordKey], head.path($0.rawValue), $0 == tab) })
    }
}
