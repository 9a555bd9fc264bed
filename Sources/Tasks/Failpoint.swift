#if DEBUG
    import Foundation
#endif

/// The steps at which a debug build can be made to die, to show that nothing is lost there.
///
/// With `AVTALT_KILL_AT=dispatch.published` the process kills itself when it first reaches that
/// step. Release builds contain neither the check nor the variable.
package enum Failpoint: String, CaseIterable, Sendable {
    case planBeforeCommit = "plan.before_commit"
    case planDayMarked = "plan.day_marked"
    case planCommitted = "plan.committed"
    case scheduleBeforeCommit = "schedule.before_commit"
    case scheduleCommitted = "schedule.committed"
    case publishSent = "publish.sent"
    case dispatchPublished = "dispatch.published"
    case dispatchMarked = "dispatch.marked"
    case workDelivered = "work.delivered"
    case workStarted = "work.started"
    case workEffectDone = "work.effect_done"
    case workReportConfirmed = "work.report_confirmed"
    case workResultSent = "work.result_sent"
    case recordBeforeCommit = "record.before_commit"
    case recordCommitted = "record.committed"
    case recordAcknowledged = "record.acknowledged"
    case rescueCommitted = "rescue.committed"
    case documentWritten = "document.written"

    #if DEBUG
        private static let armed = ProcessInfo.processInfo.environment["AVTALT_KILL_AT"]
    #endif

    /// Kills this process with SIGKILL when `AVTALT_KILL_AT` names the step; nothing in release
    /// builds.
    @inline(__always)
    package static func reach(_ step: Failpoint) {
        #if DEBUG
            if armed == step.rawValue { kill(getpid(), SIGKILL) }
        #endif
    }
}
