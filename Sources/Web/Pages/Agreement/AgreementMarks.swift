import Agreements
import Documents

/// What the timeline of an agreement marks.
struct AgreementMarks {
    let words: Words
    let today: Day

    func all(of overview: AgreementOverview) -> [TimelineMark] {
        overview.meetings.map(mark) + overview.promises.map(mark)
            + overview.evaluations.map { mark($0, of: overview.head) }
            + overview.amendments.map {
                TimelineMark(.amendment, on: $0.agreedOn, label: $0.text)
            }
    }

    private func mark(_ meeting: MeetingLine) -> TimelineMark {
        let kind: TimelineMark.Kind =
            switch meeting.status {
            case .held: .meetingHeld
            case .cancelled: .meetingCancelled
            case .planned: meeting.postponements > 0 ? .meetingPostponed : .meetingPlanned
            }
        return TimelineMark(
            kind, on: meeting.on,
            firstOn: meeting.firstPlannedOn == meeting.on ? nil : meeting.firstPlannedOn,
            label: meeting.theme ?? words.name(meeting.level), link: meeting.path)
    }

    private func mark(_ promise: Promise) -> TimelineMark {
        let isMeasure = promise.kind == .measure
        let (kind, on): (TimelineMark.Kind, Day) =
            switch promise.standing(on: today) {
            case .onTime, .doneLate:
                (isMeasure ? .measureDone : .followUpDone, promise.doneOn ?? promise.dueOn)
            case .open: (isMeasure ? .measureOpen : .followUpOpen, promise.dueOn)
            case .overdue: (isMeasure ? .measureLate : .followUpLate, promise.dueOn)
            case .cancelled:
                (
                    isMeasure ? .measureCancelled : .followUpCancelled,
                    promise.cancelledOn ?? promise.dueOn
                )
            }
        return TimelineMark(kind, on: on, label: promise.title, link: nil)
    }

    private func mark(
        _ evaluation: AgreementOverview.EvaluationLine, of head: AgreementHead
    ) -> TimelineMark {
        let kind: TimelineMark.Kind =
            switch evaluation.status {
            case .open: .evaluationOpen
            case .submitted: .evaluationSubmitted
            case .approved: .evaluationApproved
            }
        return TimelineMark(kind, on: evaluation.on, label: String(evaluation.year))
    }
}
