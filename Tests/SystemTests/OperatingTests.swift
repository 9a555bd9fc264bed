import Foundation
import Support
import Testing

extension SystemTests {
    /// What operators get, tried with the tools that it is for.
    @Suite struct OperatingTests {
        private func path(_ name: String) -> String {
            Office.sources.appending(path: "ops/\(name)").path
        }

        @Test func `systemd understands the units and finds the services little exposed`()
            async throws
        {
            let said = try await Tool.run(path("systemd/check"), ["1.5"])

            #expect(said.split(separator: "\n").count == 4, "\(said)")
        }

        @Test func `a unit with a line that systemd does not know is noticed`() async throws {
            let folder = try TemporaryFolder()
            let files = try FileManager.default.contentsOfDirectory(atPath: path("systemd"))
            for name in files {
                try FileManager.default.copyItem(
                    atPath: path("systemd/\(name)"), toPath: folder.path(name))
            }
            let unit = folder.path("avtalt-coordinator.service")
            let text = try String(contentsOfFile: unit, encoding: .utf8)
                .replacing("NoNewPrivileges=", with: "NoNewPriviliges=")
            try text.write(toFile: unit, atomically: true, encoding: .utf8)

            await #expect {
                try await Tool.run(folder.path("check"), [])
            } throws: { "\($0)".contains("NoNewPriviliges") }
        }

        @Test func `Prometheus takes the alert rules, and they fire when they should`()
            async throws
        {
            let promtool = "/usr/bin/promtool"

            let checked = try await Tool.run(
                promtool, ["check", "rules", path("prometheus/alerts.yaml")])
            let tested = try await Tool.run(
                promtool, ["test", "rules", path("prometheus/alerts_test.yaml")])

            #expect(checked.contains("SUCCESS"))
            #expect(tested.contains("SUCCESS"))
        }

        @Test func `every alert names a title of the runbook`() throws {
            let alerts = try String(contentsOfFile: path("prometheus/alerts.yaml"), encoding: .utf8)
            let runbook = try String(contentsOfFile: path("guide/runbook.md"), encoding: .utf8)
            let titles = Set(runbook.matches(of: #/\n## ([^\n]+)/#).map { String($0.1) })

            let names = alerts.matches(of: #/- alert: (\w+)/#).map { String($0.1) }
            let named = alerts.matches(of: #/runbook: "runbook.md: ([^"]+)"/#).map {
                String($0.1)
            }

            #expect(names.count == named.count && names.count > 10)
            #expect(Set(named).subtracting(titles) == [])
            let mentioned = Set(runbook.matches(of: #/\*(Avtalt\w+)\*/#).map { String($0.1) })
            #expect(mentioned.subtracting(names) == [])
        }

        @Test(.enabled(if: FaultTable.wantsLongOnes))
        func `a day on a cluster whose nodes are killed in turn is done once`() async throws {
            let program = URL(fileURLWithPath: try Program.avtalt.path)

            let said = try await Tool.run(
                path("cluster"),
                [
                    "--agreements", "1000", "--least-kills", "2", "--bin",
                    program.deletingLastPathComponent().path,
                ])

            #expect(said.contains("nothing is lost and nothing done twice"), "\(said)")
            print(said)
        }
    }
}
