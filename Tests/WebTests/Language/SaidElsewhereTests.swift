import Agreements
import Foundation
import Register
import Rules
import Settings
import Testing

@testable import Web

/// What the import and the rules say of faults, in the reader's language.
struct SaidElsewhereTests {
    private let files = SaidElsewhere(ImportFaultWords.sentences)
    private let rules = SaidElsewhere(RuleFaultWords.sentences)

    @Test(
        arguments: [
            (
                "«maidag» is not a date. Write it as 2013-05-31 or 31.05.2013.",
                "«maidag» er ingen dato. Skriv han som 2013-05-31 eller 31.05.2013."
            ),
            (
                "31.02.2013 is not a date: February 2013 has 28 days. Write 2013-02-28 or "
                    + "28.02.2013.",
                "31.02.2013 er ingen dato: månaden har 28 dagar. Skriv 2013-02-28 eller "
                    + "28.02.2013."
            ),
            (
                "«a {0}» is none of x, y. Did you mean x?", "«a {0}» er ingen av x, y. Meinte du x?"
            ),
        ])
    func `a sentence is said with its facts`(english: String, nynorsk: String) {
        #expect(files.sentence(english, in: .nn) == nynorsk)
        #expect(files.sentence(english, in: .en) == english)
    }

    @Test func `what is not known is not made up`() {
        #expect(files.sentence("Something else.", in: .nn) == nil)
        #expect(files.sentence(" is not a date. Write it as 2013-05-31.", in: .nn) == nil)
    }

    /// Files with one of each fault that people make, given to the import itself.
    @Test func `the faults of real files are all said`() throws {
        let site = try TestSite()
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "avtalt-faults-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
        for (name, text) in Self.faulty {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }

        let faults = try #require(
            #expect(throws: ImportError.self) {
                try site.register.importFolder(
                    folder.path, dryRun: true, author: Author(actor: "t", request: "t"),
                    at: site.now)
            })
        guard case .rejected(let found, _) = faults else {
            Issue.record("\(faults)")
            return
        }

        #expect(found.count > 12)
        for fault in found {
            #expect(files.sentence(fault.message, in: .nn) != nil, "\(fault)")
        }
    }

    private static let faulty = [
        "meeting.csv": "id\n",
        "parties.csv": """
        id,name,kind,level,org_number,municipality_number
        P1,Foreininga,asociation,national,,
        P2,,association,national,123,
        P3,Foreininga,association,national,987879697,
        P4,Foreininga,association,national,,301
        P5,Foreininga,association,national,,9999
        P6,Foreininga,association,national
        """,
        "activities.csv": """
        id,agreement,party,on,kind,participants
        A1,NORD-2010-0001,K1811,2013-02-01,visit,4
        A2,,,2013-02-31,visit,mange
        A3,NORD-9999-1,,i går,visit,4
        """,
        "commitments.csv": "id,agreement,by,text,measurable\nC1,NORD-2010-0001,imdi,Kurs,kanskje\n",
        "plans.csv": "agreement,year,status,adopted_on\nNORD-2010-0001,2013,adopted,\n",
        "targets.csv": "unit,year,indicator,value\nnord,2013,plan_coverage,høg\n",
    ]

    @Test(arguments: [
        "closed_days:\n  - 12-44\n", "catch_up_working_days: many\n",
        "catch_up_working_days: 900\n", "catchup: 1\n", "notices:\n  meeting.upcoming: 3\n",
        "notices:\n  meeting.upcoming:\n    - soon -> responsible\n", "score_gap: x\n",
        "light:\n  red: 0.9\n", "ratings: 3\n", "score_gap: 1\nscore_gap: 1\n", "- 1\n", "a: [\n",
        "zzzzzzzzzzzz: 1\n",
    ])
    func `the faults of rules are all said`(text: String) throws {
        do throws(SettingsError) {
            _ = try Rulebook.read(text: text)
            Issue.record("These rules are sound: \(text)")
        } catch {
            guard case .invalid(let problems) = error else {
                Issue.record("\(error)")
                return
            }
            for problem in problems {
                #expect(rules.sentence(problem.message, in: .nb) != nil, "\(problem)")
            }
        }
    }
}
