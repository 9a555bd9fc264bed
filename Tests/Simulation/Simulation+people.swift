import Agreements
import Foundation
import GRDB
import Register
import Tasks

/// What people and planners do: ask for tasks, cancel, pause, resume, retry.
extension Simulation {
    /// What undoes a change on purpose.
    private struct Undone: Error {}

    func meddle() throws {
        if planned < scenario.errands { try plan(errands()) }
        if scenario.mutation == .cancelledIsDone { try finishCancelled() }
        guard fate.happens(faults.meddling) else { return }
        switch fate.integer(in: 1...5) {
        case 1: try cancelAny()
        case 2: try retryAny()
        case 3, 4: try pause(fate.pick([.probe, .reportPart]))
        default: try resumeEverything()
        }
    }

    // MARK: Asking

    private func errands() -> [Errand] {
        planned += 1
        if fate.happens(120) { return report() }
        return (1...fate.integer(in: 1...3)).map { errand("task\(planned).\($0)") }
    }

    private func errand(_ name: String) -> Errand {
        let isUrgent = fate.happens(100)
        let uniqueKey = fate.happens(200) ? "key\(fate.integer(in: 1...3))" : nil
        return Errand(
            id: TaskID(name), kind: .probe, behaviour: behaviour(),
            work: fate.milliseconds(in: fate.happens(200) ? 5000...8500 : 0...1500),
            dueAt: clock.now.adding(fate.milliseconds(in: -2000...3000)),
            expiresAt: isUrgent ? clock.now.adding(fate.milliseconds(in: 0...20_000)) : nil,
            uniqueKey: uniqueKey, sequence: nil)
    }

    private func behaviour() -> Errand.Behaviour {
        switch fate.integer(in: 1...20) {
        case 1, 2: .fails(times: fate.integer(in: 1...3))
        case 3: .alwaysFails
        case 4: .rejects
        case 5: .crashes(times: fate.integer(in: 1...2))
        case 6: .crashes(times: 99)
        case 7: .overruns(times: 1)
        case 8: .garbled
        case 9, 10: .newer
        default: .succeeds
        }
    }

    /// A report's parts, and its whole that waits for them.
    private func report() -> [Errand] {
        func piece(_ name: String, _ kind: TaskKind, step: Int) -> Errand {
            Errand(
                id: TaskID("report\(planned).\(name)"), kind: kind,
                behaviour: step == 0
                    ? fate.pick([.succeeds, .fails(times: 1), .rejects]) : .succeeds,
                work: fate.milliseconds(in: 0...1500), dueAt: clock.now, expiresAt: nil,
                uniqueKey: nil, sequence: Errand.Sequence(key: "report\(planned)", step: step))
        }
        return [
            piece("whole", .reportWhole, step: 1), piece("part1", .reportPart, step: 0),
            piece("part2", .reportPart, step: 0),
        ]
    }

    /// Plans them in one transaction: the coordinator's, which may die of it, or a tool's.
    private func plan(_ errands: [Errand]) throws {
        ledger.add(errands)
        let garbled = errands.filter { $0.behaviour == .garbled }.map(\.id)
        queue.with { $0.garbled.formUnion(garbled) }
        let isUndone = fate.happens(100)
        let author = fate.happens(700) ? coordinator : nil
        if fate.happens(faults.coordinatorKilled) {
            author?.life.arm(fate.pick([.beforeCommit, .afterCommit]))
        }
        do {
            let answer = try plan(errands, by: author, isUndone: isUndone)
            ledger.committed.formUnion(answer)
            note("planned \(answer.map(\.text).joined(separator: " "))")
        } catch is Undone {
            note("a plan is undone")
        } catch is Life.Killed {
            note("a plan dies before its commit")
        } catch let error as RegisterError where error.isTransient {
            note("a plan fails")
        }
        author?.life.arm(nil)
        if let coordinator, coordinator.life.isDead { try bury() }
    }

    private func plan(
        _ errands: [Errand], by author: SimulatedCoordinator?, isUndone: Bool
    ) throws -> [TaskID] {
        if scenario.mutation == .planInPieces {
            for errand in errands {
                try tools.write { db in
                    _ = try TaskStore(db).plan([errand.task], at: clock.now)
                }
            }
            if isUndone { throw Undone() }
            return errands.map(\.id)
        }
        return try (author?.register ?? tools).write { db in
            let store = try author.map { try TaskStore(db, under: $0.term) } ?? TaskStore(db)
            let answer = try store.plan(errands.map(\.task), at: clock.now)
            if isUndone { throw Undone() }
            return answer
        }
    }

    // MARK: Meddling

    private func cancelAny() throws {
        guard let id = anyTask() else { return }
        let action = try tools.write { db in
            try TaskStore(db).cancel(id, at: clock.now, reason: "Not wanted any more.")
        }
        guard case .changed = action else { return }
        note("people cancel \(id)")
        ledger.cancelled.insert(id)
    }

    private func retryAny() throws {
        guard let id = anyTask() else { return }
        let action = try tools.write { db in
            try TaskStore(db).retry(id, at: clock.now, reason: "Try it again.")
        }
        guard case .changed = action else { return }
        note("people retry \(id)")
        ledger.retriedByHand.insert(id)
    }

    private func anyTask() -> TaskID? {
        let ids = ledger.errands.map(\.id).filter { ledger.committed.contains($0) }
        return ids.isEmpty ? nil : fate.pick(ids)
    }

    private func pause(_ kind: TaskKind) throws {
        try tools.write { db in
            try TaskStore(db).pause(.kind(kind), at: clock.now, reason: "Wait.")
        }
        note("people pause \(kind)")
        ledger.paused.insert(kind)
    }

    func resumeEverything() throws {
        for kind in ledger.paused.sorted(by: { $0.rawValue < $1.rawValue }) {
            try tools.write { db in
                _ = try TaskStore(db).resume(.kind(kind))
            }
            note("people resume \(kind)")
        }
        ledger.paused = []
    }

    /// Cancels what has failed and keeps others waiting.
    func giveUp(_ failed: [TaskID]) throws {
        for id in failed {
            try tools.write { db in
                _ = try TaskStore(db).cancel(id, at: clock.now, reason: "It cannot be done.")
            }
            note("people give up \(id)")
            ledger.cancelled.insert(id)
        }
    }

    /// What a mutated recorder does.
    private func finishCancelled() throws {
        try tools.write { db in
            try db.execute(
                sql: """
                    UPDATE task SET state = 'done', revision = revision + 1 
                    WHERE state = 'cancelled'
                    """)
        }
    }
}

extension Errand {
    fileprivate var task: NewTask {
        NewTask(
            id: id, kind: kind, schemaVersion: schemaVersion, unit: .nord, subject: id.text,
            uniqueKey: uniqueKey, dueAt: dueAt, expiresAt: expiresAt,
            sequenceKey: sequence?.key, sequenceStep: sequence?.step ?? 0,
            payload: Data("{}".utf8))
    }
}
