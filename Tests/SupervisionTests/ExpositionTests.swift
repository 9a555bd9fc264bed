import Tasks
import Testing

@testable import Supervision

struct ExpositionTests {
    @Test func `a gauge has its help, its type and a line for each combination of labels`() {
        var page = Exposition()

        page.gauge(
            "avtalt_tasks", "Tasks, by state.",
            [([("state", "dead")], 2), ([("state", "planned")], 0.5)])

        #expect(
            page.text == """
                # HELP avtalt_tasks Tasks, by state.
                # TYPE avtalt_tasks gauge
                avtalt_tasks{state="dead"} 2
                avtalt_tasks{state="planned"} 0.5

                """)
    }

    @Test func `what a label holds cannot end it`() {
        var page = Exposition()

        page.gauge("a", "b", [([("l", "x\"\\\n")], 1)])

        #expect(page.text.contains(#"a{l="x\"\\\n"} 1"#))
    }

    @Test func `buckets hold everything up to their end`() {
        var histogram = Histogram()
        for milliseconds in [1, 2, 40, 40_000] { histogram.observe(.milliseconds(milliseconds)) }
        var page = Exposition()

        page.histogram("h", "times", histogram)

        let lines = page.text.split(separator: "\n")
        #expect(lines.contains(#"h_bucket{le="0.001"} 1"#))
        #expect(lines.contains(#"h_bucket{le="0.0025"} 2"#))
        #expect(lines.contains(#"h_bucket{le="0.05"} 3"#))
        #expect(lines.contains(#"h_bucket{le="30"} 3"#))
        #expect(lines.contains(#"h_bucket{le="+Inf"} 4"#))
        #expect(lines.contains("h_count 4"))
    }

    @Test func `counters of one name stand together`() {
        let tally = Tally()
        tally.add(.attempts, ["kind": "b", "outcome": "done"])
        tally.add(.published, by: 3)
        tally.add(.attempts, ["kind": "a", "outcome": "done"], by: 2)
        tally.add(.returned, by: 0)
        var page = Exposition()

        page.counters(tally)

        #expect(
            page.text == """
                # HELP avtalt_attempts_total Attempts that have ended, by kind and outcome.
                # TYPE avtalt_attempts_total counter
                avtalt_attempts_total{kind="a",outcome="done"} 2
                avtalt_attempts_total{kind="b",outcome="done"} 1
                # HELP avtalt_published_total Tasks that the queue has confirmed.
                # TYPE avtalt_published_total counter
                avtalt_published_total 3

                """)
    }
}
