import Agreements
import Documents

/// Promises as rows of a table.
struct PromiseLines {
    let visit: Visit
    let mayWrite: Bool

    private var words: Words { visit.words }

    func model(_ promises: [Promise]) -> [[String: Any]] { promises.map(line) }

    private func line(_ promise: Promise) -> [String: Any] {
        let standing = promise.standing(on: visit.today)
        let name = promise.isBegun && standing == .open ? "begun" : standing.rawValue
        return [
            "title": promise.title, "kind": words["promise_\(promise.kind.rawValue)"],
            "sub_goal": shown(promise.subGoal.map { words.texts[$0.text] }),
            "side": words.name(promise.side),
            "holder": promise.responsible ?? "", "due": words.date(promise.dueOn),
            "standing": words["standing_\(name)"], "style": style(of: standing),
            "done": shown(promise.doneOn.map(words.date)), "result": shown(promise.result),
            "is_open": promise.isOpen && mayWrite, "edit_path": "\(promise.path)/edit",
            "done_path": "\(promise.path)/done", "reschedule_path": "\(promise.path)/reschedule",
        ]
    }

    private func style(of standing: Promise.Standing) -> String {
        switch standing {
        case .onTime: "good"
        case .overdue: "bad"
        case .doneLate: "warn"
        case .open, .cancelled: "off"
        }
    }
}
