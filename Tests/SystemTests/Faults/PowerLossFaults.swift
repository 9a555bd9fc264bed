import Foundation
import Support
import Testing

extension SystemTests {
    /// A machine that loses its power: what was not synced is gone, or half there.
    @Suite struct PowerLossFaults {
        private static let day = "2013-03-01"

        @Test func `fault 22: the power fails, and fails again`() async throws {
            try await failPower(seeds: 1...4)
        }

        @Test(.enabled(if: FaultTable.wantsLongOnes))
        func `fault 22: the power fails at 50 moments`() async throws {
            try await failPower(seeds: 5...54)
        }

        @Test func `fault 22: what ended with 0 is there after the power has failed`()
            async throws
        {
            let office = try await Office.of2013()
            let undisturbed = try office.copy()
            try await undisturbed.avtalt("run", "--on", Self.day)
            let place = try TemporaryFolder()
            let interposer = try await Interposer(
                watching: office.folder.url.path, in: place.url.path)
            var coin = Coin(seed: 2013)

            let ended = try await office.avtalt(
                "run", "--on", Self.day, environment: interposer.environment)
            try interposer.failPower(&coin)
            let again = try await office.avtalt("run", "--on", Self.day)

            #expect(ended.status == 0 && again.status == 0, "\(ended.errors) \(again.errors)")
            #expect(again.text.contains("0 tasks planned and done"))
            try await office.expectSame(
                as: Account(of: undisturbed), number: "22", "power lost after exit code 0")
        }

        /// One day for each seed, whose moment and coin it tells.
        private func failPower(seeds: ClosedRange<UInt64>) async throws {
            let office = try await Office.of2013()
            let reference = try await KillTests.Reference(office)
            var (killed, differences) = (0, [String]())
            for seed in seeds {
                let other = try office.copy()
                let place = try TemporaryFolder()
                let interposer = try await Interposer(
                    watching: other.folder.url.path, in: place.url.path)
                var coin = Coin(seed: seed)
                // Syncing takes longer beside copies: the span is wider than an undisturbed day.
                let moment = Moments(count: 1, over: reference.duration * 2, seed: seed).all[0]

                let ended = try await other.avtalt(
                    "run", "--on", Self.day, environment: interposer.environment,
                    killedAfter: moment)
                if ended.wasKilled { killed += 1 }
                try interposer.failPower(&coin)
                let check = try await other.avtalt("check")
                _ = try await KillTests.finish(other)

                #expect(ended.wasKilled || ended.status == 0, "\(ended.errors)")
                #expect(check.status == 0, "seed \(seed): \(check.text)\(check.errors)")
                differences += try Account(of: other).differences(from: reference.account)
                    .map { "seed \(seed): \($0)" }
                try await other.expectSound()
            }
            #expect(differences == [])
            try FaultTable.record(
                FaultRow(
                    number: "22", injected: "power lost, each unsynced sector by a coin",
                    times: seeds.count, asked: reference.account.count("task") * seeds.count,
                    lost: differences.count { !$0.contains("unexpected") },
                    doubled: differences.count { $0.contains("unexpected") }, doubledMails: 0,
                    measured: "\(killed) in the middle of the work, the others after its end"))
        }
    }
}
