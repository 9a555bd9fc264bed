import Agreements
import Rules
import Testing

/// Runs that follow one another, and runs that come late (domain.md, 7).
struct NoticeDecisionsTests {
    func summary(_ decisions: [NoticeDecision]) -> [String] {
        decisions.map {
            switch $0 {
            case .send(let notice): "send \(notice.key.stage) \(notice.stagedOn)"
            case .skip(let key, let stagedOn, let reason):
                "skip \(key.stage) \(stagedOn) \(reason.rawValue)"
            }
        }
    }

    /// Stages: 25 February, 4, 11 and 18 March, 5 April.
    let late = Register().followUp("2013-03-04")
        .changed { $0.agreement.strategicMeetingsPerYear = 0 }

    @Test func `a daily run sends what is staged that day`() {
        #expect(
            summary(late.decisions(on: "2013-03-11", after: "2013-03-08"))
                == ["send 3 2013-03-11"])
        #expect(late.decisions(on: "2013-03-12", after: "2013-03-11").isEmpty)
    }

    @Test func `a late run sends the highest stage and skips the others`() {
        #expect(
            summary(late.decisions(on: "2013-03-13", after: "2013-02-22")) == [
                "skip 1 2013-02-25 superseded", "skip 2 2013-03-04 superseded",
                "send 3 2013-03-11",
            ])
    }

    @Test func `ten working days back is still sent, eleven is not`() {
        // Expired on 1 March, told of on 4 March and then not before 3 April.
        let expired = Register().changed { $0.agreement.validTo = "2013-03-01" }

        #expect(
            summary(expired.decisions(on: "2013-03-18", after: "2013-03-01"))
                == ["send 1 2013-03-04"])
        #expect(
            summary(expired.decisions(on: "2013-03-19", after: "2013-03-01"))
                == ["skip 1 2013-03-04 too_late"])
    }

    @Test func `the catch-up limit is configured`() {
        let rulebook = Rulebook.domain.changed { $0.catchUpWorkingDays = 1 }
        let notices = Notices(facts: late.facts, rulebook: rulebook)

        #expect(
            summary(notices.decisions(on: "2013-03-12", after: "2013-03-08"))
                == ["send 3 2013-03-11"])
        #expect(
            summary(notices.decisions(on: "2013-03-13", after: "2013-03-08"))
                == ["skip 3 2013-03-11 too_late"])
    }

    @Test func `a first run looks back as far as the catch-up limit`() {
        #expect(
            summary(late.decisions(on: "2013-03-13", after: nil))
                == ["skip 2 2013-03-04 superseded", "send 3 2013-03-11"])
        #expect(late.decisions(on: "2013-05-31", after: nil).isEmpty)
    }

    @Test func `what was resolved before sending is not even recorded`() {
        let done = late.changed { $0.facts.followUps[0].status = .done }

        #expect(done.decisions(on: "2013-03-13", after: "2013-02-22").isEmpty)
    }

    @Test func `a closed day decides nothing, the next working day looks back over it`() {
        #expect(late.decisions(on: "2013-03-09", after: "2013-03-01").isEmpty)
        #expect(
            summary(late.decisions(on: "2013-03-11", after: "2013-03-01"))
                == ["skip 2 2013-03-04 superseded", "send 3 2013-03-11"])
    }

    @Test func `daily runs send what is due each day`() throws {
        let facts = try Facts.example()
        let notices = Notices(facts: facts, rulebook: .domain)
        let calendar = Rulebook.domain.calendar
        var lastRun: Day = "2012-12-28"
        var sent = 0

        while lastRun < "2014-01-31" {
            let day = calendar.workingDay(1, after: lastRun)
            let due = notices.due(on: day)
            #expect(notices.decisions(on: day, after: lastRun) == due.map { .send($0) })
            sent += due.count
            lastRun = day
        }

        #expect(sent > 100)
    }

    @Test(arguments: NoticeRule.allCases)
    func `a window names every due date that has a stage in it`(rule: NoticeRule) throws {
        let stages = try #require(Rulebook.domain.notices[rule])
        let calendar = Rulebook.domain.calendar
        for offset in 0..<800 {
            let dueOn = Day("2012-01-01").adding(days: offset)
            for stage in stages {
                let stagedOn = stage.at.day(for: dueOn, in: calendar)
                let window = NoticeWindow(
                    rulebook: .domain, on: stagedOn, after: stagedOn.adding(days: -1))

                let range = try #require(window.dueDateRange(of: rule))

                #expect(range.contains(dueOn), "\(stage.at) of \(dueOn)")
                #expect(range.upperBound.days(since: range.lowerBound) < 760)
            }
        }
    }

    @Test func `a yearly rule has no due dates on most days`() {
        let window = NoticeWindow(rulebook: .domain, on: "2013-04-10", after: "2013-04-09")

        #expect(window.dueDateRange(of: .planMissing) == nil)
        #expect(window.dueDateRange(of: .meetingMissing) == nil)
        #expect(window.dueDateRange(of: .evaluationDue) == nil)
    }
}

extension Rulebook {
    func changed(_ change: (inout Rulebook) -> Void) -> Rulebook {
        var copy = self
        change(&copy)
        return copy
    }
}
