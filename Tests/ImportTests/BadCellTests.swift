import Testing

@testable import Register

struct BadCellTests {
    private let bench: ImportBench

    init() throws {
        bench = try ImportBench()
    }

    @Test func `the folder that is spoilt below is good`() throws {
        try bench.put(SmallFolder.files)

        #expect(try bench.faults() == [])
    }

    @Test(arguments: cells + relations + rules)
    func `a cell that is wrong is answered with one sentence`(_ spoilt: Spoilt) throws {
        let before = try bench.content()
        try bench.put(SmallFolder.files)
        let good = try #require(SmallFolder.files[spoilt.file])
        try #require(good.contains(spoilt.good))
        try bench.put([
            spoilt.file: good.replacing(spoilt.good, with: spoilt.bad, maxReplacements: 1)
        ])

        #expect(try bench.faults() == [spoilt.fault])
        #expect(try bench.content() == before)
    }

    private static let cells = [
        Spoilt(
            "measures.csv", "2013-04-30", "31.02.2013",
            "measures.csv:2: done_on: 31.02.2013 is not a date: February 2013 has 28 days. "
                + "Write 2013-02-28 or 28.02.2013."),
        Spoilt(
            "measures.csv", "2013-04-30", "2013-13-01",
            "measures.csv:2: done_on: 2013-13-01 is not a date: there is no month 13. "
                + "Write it as 2013-05-31 or 31.05.2013."),
        Spoilt(
            "measures.csv", "2013-04-30", "30.04.13",
            "measures.csv:2: done_on: «30.04.13» is not a date. "
                + "Write it as 2013-05-31 or 31.05.2013."),
        Spoilt(
            "measures.csv", "done,", "finished,",
            "measures.csv:2: status: «finished» is none of planned, in_progress, done, cancelled. "
                + "Write one of them."),
        Spoilt(
            "users.csv", "caseworker", "caseworkr",
            "users.csv:2: role: «caseworkr» is none of caseworker, settlement_coordinator, "
                + "regional_director, head_office_analyst, head_office_director, administrator, "
                + "auditor. Did you mean caseworker?"),
        Spoilt(
            "users.csv", ",ja,", ",kanskje,",
            "users.csv:2: active: «kanskje» is neither true nor false. "
                + "Write true, false, ja or nei."),
        Spoilt(
            "users.csv", "sb1@avtalt.example", "sb1",
            "users.csv:2: email: «sb1» is not an e-mail address. "
                + "Write one such as navn@kommune.example."),
        Spoilt(
            "parties.csv", "987 879 696", "987879697",
            "parties.csv:2: org_number: «987879697» is not an organisation number: its check "
                + "digit is wrong. Write one such as 987879696, or leave it empty."),
        Spoilt(
            "parties.csv", "1804,987", "804,987",
            "parties.csv:2: municipality_number: «804» is not a municipality number: it has 3 of "
                + "4 digits. Spreadsheets drop a leading zero; if it was there, write 0804."),
        Spoilt(
            "counties.csv", "18,", "Nord,",
            "counties.csv:2: number: «Nord» is not a county number. Write its 2 digits."),
        Spoilt(
            "scores.csv", ",5", ",7",
            "scores.csv:2: score: «7» is not a whole number from 1 to 6. Write digits alone."),
        Spoilt(
            "grants.csv", "1 200 000", "-5",
            "grants.csv:2: amount: «-5» is not a whole number from 0. Write digits alone."),
        Spoilt(
            "grants.csv", "1 200 000", "12.5",
            "grants.csv:2: amount: «12.5» is not a whole number from 0. Write digits alone."),
        Spoilt(
            "targets.csv", "\"0,9\"", "ni",
            "targets.csv:2: value: «ni» is not a number from 0. Write it as 0.85 or 0,85."),
        Spoilt(
            "agreements.csv", "Bodø,avtale", ",avtale",
            "agreements.csv:2: title: The cell is empty, and it is required. Fill it."),
        Spoilt(
            "meetings.csv", "t1,", "t|1,",
            "meetings.csv:2: id: «t|1» is not an identifier. Write it on one line, without «|»."),
        Spoilt(
            "followups.csv", "Referat", "Ring 018190 10001 i dag",
            "followups.csv:2: title: The cell holds a national identity number. "
                + "Remove it: the register never holds them."),
        Spoilt(
            "followups.csv", "open", "01819010001",
            "followups.csv:2: status: This is none of open, done, cancelled. Write one of them."),
        Spoilt(
            "followups.csv", "Referat", "Ref\u{0085}erat",
            "followups.csv:2: title: There is a control character (U+0080 to U+009F). Remove it."),
    ]

    private static let relations = [
        Spoilt(
            "agreements.csv", "K1804", "K1805",
            "agreements.csv:2: parties: «K1805» is not a party in parties.csv or in the register. "
                + "Add it there, or correct the reference."),
        Spoilt(
            "agreements.csv", "nord.sb1", "nord.sb2",
            "agreements.csv:2: responsible: «nord.sb2» is not a user in users.csv or in the "
                + "register. Add it there, or correct the reference."),
        Spoilt(
            "plans.csv", "NORD-2012-001", "NORD-2012-002",
            "plans.csv:2: agreement: «NORD-2012-002» is not an agreement in agreements.csv or in "
                + "the register. Add it there, or correct the reference."),
        Spoilt(
            "scores.csv", "2012,", "2011,",
            "scores.csv:2: year: There is no evaluation of «NORD-2012-001» for 2011 in "
                + "evaluations.csv or in the register. Add it there."),
        Spoilt(
            "scores.csv", "overall", "coordination",
            "scores.csv:2: dimension: «coordination» is not scored in a municipal agreement. "
                + "Write one of settlement, qualification, services, knowledge, anchoring, "
                + "commitments, overall."),
        Spoilt(
            "plans.csv", "\nNORD", "\nNORD-2012-001,2013,draft,\nNORD",
            "plans.csv:3: agreement: Line 2 has the same agreement, year. "
                + "Keep one of the two rows, or correct one."),
        Spoilt(
            "commitments.csv", "\nc1", "\nc1,NORD-2012-001,imdi,Annet,nei\nc1",
            "commitments.csv:3: id: Line 2 has the same id. "
                + "Keep one of the two rows, or correct one."),
        Spoilt(
            "municipalities.csv", "1804,Bodø,18,,", "1804,Bodø,18,,1850",
            "municipalities.csv:2: successors: 1804 → 1850 → 1804 is a circle. "
                + "Name the numbers that took over."),
        Spoilt(
            "agreements.csv", "active,,", "active,,NORD-2012-001",
            "agreements.csv:2: renews: The row names itself. Name the agreement that came before."),
    ]

    private static let rules = [
        Spoilt(
            "measures.csv", "2013-04-30", "",
            "measures.csv:2: done_on: It is empty, and status is done. "
                + "Write the date, such as 2013-05-31, or correct status."),
        Spoilt(
            "meetings.csv", "2013-03-04", "",
            "meetings.csv:2: held_on: It is empty, and status is held. "
                + "Write the date, such as 2013-05-31, or correct status."),
        Spoilt(
            "followups.csv", "open", "cancelled",
            "followups.csv:2: cancelled_on: It is empty, and status is cancelled. "
                + "Write the date, such as 2013-05-31, or correct status."),
        Spoilt(
            "plans.csv", "2013-01-01", "",
            "plans.csv:2: adopted_on: It is empty, and status is adopted. "
                + "Write the date, such as 2013-05-31, or correct status."),
        Spoilt(
            "evaluations.csv", "2013-01-20", "",
            "evaluations.csv:2: approved_on: It is empty, and status is approved. "
                + "Write the date, such as 2013-05-31, or correct status."),
        Spoilt(
            "agreements.csv", "2014-12-31", "",
            "agreements.csv:2: valid_to: It is empty, and status is active. "
                + "Write the date, such as 2013-05-31, or correct status."),
        Spoilt(
            "agreements.csv", "2014-12-31", "31.12.2011",
            "agreements.csv:2: valid_to: 2011-12-31 is before valid_from, which is 2012-01-01. "
                + "Correct one of them."),
        Spoilt(
            "agreements.csv", "active,,", "ended,2011-12-31,",
            "agreements.csv:2: ended_on: 2011-12-31 is before signed_on, which is 2012-01-01. "
                + "Correct one of them."),
        Spoilt(
            "evaluations.csv", "2013-01-20", "2012-11-14",
            "evaluations.csv:2: approved_on: 2012-11-14 is before 2012-11-15, when evaluations "
                + "for 2012 open. Correct the date or the year."),
        Spoilt(
            "activities.csv", "a1,,", "a1,NORD-2012-001,",
            "activities.csv:2: agreement: agreement and party are both filled. "
                + "Give exactly one of them."),
        Spoilt(
            "grants.csv", "\n1804,", "\n,",
            "grants.csv:2: municipality_number: municipality_number and agreement are both empty. "
                + "Give exactly one of them."),
        Spoilt(
            "users.csv", "ja,,", "ja,2013-02-01,2013-01-31",
            "users.csv:2: leave_to: 2013-01-31 is before leave_from, which is 2013-02-01. "
                + "Correct one of them."),
    ]
}
