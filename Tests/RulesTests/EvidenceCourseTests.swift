import Agreements
import Rules
import Testing

/// What evidence tells of an agreement's year beside its three ratios.
struct EvidenceCourseTests {
    private func course(_ change: (inout Facts) -> Void) throws -> EvidenceCourse {
        var facts = Register().facts
        facts.commitments = [
            CommitmentFact(id: "C1", agreement: 0, by: .imdi),
            CommitmentFact(id: "C2", agreement: 0, by: .counterpart),
            CommitmentFact(id: "C3", agreement: 0, by: .both),
        ]
        change(&facts)
        let evidence = EvidenceSource(facts: facts, year: 2013, rulebook: .domain)
            .evidence(ofAgreementAt: 0)
        return try #require(evidence.course)
    }

    private func meeting(
        _ level: MeetingLevel, _ first: Day, held: Day? = nil, postponed: Day? = nil
    ) -> MeetingFact {
        MeetingFact(
            id: "\(first)", agreement: 0, level: level, firstPlannedOn: first, plannedOn: first,
            firstPostponedOn: postponed, status: held == nil ? .planned : .held, heldOn: held)
    }

    private func followUp(_ side: Side, opened: Day?, done: Day) -> FollowUpFact {
        FollowUpFact(
            id: "\(done)", agreement: 0, dueOn: done, status: .done, doneOn: done, side: side,
            openedOn: opened)
    }

    @Test func `meetings held count by the day of the meeting, and strategic ones alone`() throws {
        let course = try course {
            $0.meetings = [
                meeting(.strategic, "2012-12-20", held: "2013-01-10"),
                meeting(.strategic, "2013-12-20", held: "2014-01-10"),
                meeting(.operational, "2013-03-01", held: "2013-03-01"),
            ]
        }

        #expect(course.meetingsPromised == 1)
        #expect(course.meetingsHeld == 1)
    }

    @Test func `a meeting counts as postponed in the year that it was first planned for`() throws {
        let course = try course {
            $0.meetings = [
                meeting(.strategic, "2013-03-01", postponed: "2013-02-20"),
                meeting(.operational, "2013-04-01", postponed: "2014-01-20"),
                meeting(.strategic, "2012-03-01", postponed: "2013-02-20"),
            ]
        }

        #expect(course.meetingsPostponed == 1)
    }

    @Test func `days to close run from the meeting, and others have none`() throws {
        let course = try course {
            $0.followUps = [
                followUp(.imdi, opened: "2013-03-01", done: "2013-03-11"),
                followUp(.imdi, opened: "2013-03-01", done: "2013-03-31"),
                followUp(.imdi, opened: nil, done: "2013-05-01"),
                followUp(.imdi, opened: "2013-12-01", done: "2014-01-31"),
            ]
        }

        #expect(course.daysToClose == Average(value: 20, count: 2))
    }

    @Test(arguments: [
        ([], ["C1", "C2", "C3"]), ([Side.imdi], ["C2"]), ([.counterpart], ["C1"]),
        ([.both], []), ([.imdi, .counterpart], []),
    ])
    func `a commitment is acted on when its party finished something`(
        sides: [Side], untouched: [String]
    ) throws {
        let course = try course {
            $0.measures = sides.map {
                MeasureFact(
                    id: "M", agreement: 0, dueOn: "2013-06-01", status: .done,
                    doneOn: "2013-06-01", side: $0)
            }
        }

        #expect(course.commitmentsUntouched == untouched)
        #expect(course.commitments == 3)
    }
}
