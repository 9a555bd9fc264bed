import Simulation
import Testing

/// The contract holds whatever a seed brings.
struct SimulatorTests {
    @Test(arguments: [1, 501, 1001, 1501] as [UInt64])
    func `five hundred seeds break no promise`(first: UInt64) async throws {
        let verdict = try await Campaign(seeds: first...first + 499, lanes: 1).run()

        for failure in verdict.failures {
            for violation in failure.violations {
                Issue.record("seed \(failure.seed): \(violation) \(Campaign.replay(failure.seed))")
            }
        }
        // Runs in which nothing happens would break nothing.
        for end in ["done", "dead", "quarantined", "cancelled", "expired"] {
            #expect(verdict.ends[end, default: 0] > 100, "Too few tasks are \(end) to mean much.")
        }
    }

    @Test(arguments: [3, 70, 1729] as [UInt64])
    func `a seed tells the same story each time`(seed: UInt64) async throws {
        let first = try await Campaign.single(Scenario(seed: seed))
        let second = try await Campaign.single(Scenario(seed: seed))
        let other = try await Campaign.single(Scenario(seed: seed + 1))

        #expect(first.timeline == second.timeline)
        #expect(first.timeline != other.timeline)
    }
}
