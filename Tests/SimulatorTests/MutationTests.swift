import Simulation
import Testing

/// Mistakes made on purpose are found, each as the promise that it breaks.
struct MutationTests {
    private static let broken: [Mutation: String] = [
        .unconfirmedIsPublished: "C5", .resultTakenTwice: "C3", .noRescue: "C2",
        .leasesRunOn: "C8", .acknowledgedFirst: "C2", .noDelay: "C8", .oldTermWrites: "C12",
        .bystandersBlamed: "C8", .pauseForgotten: "C14", .planInPieces: "C1",
        .cancelledIsDone: "C14",
    ]

    @Test(arguments: Mutation.allCases)
    func `a mistake is found within 400 seeds`(mutation: Mutation) async throws {
        let promise = try #require(Self.broken[mutation])

        let verdict = try await Campaign(seeds: 1...400, mutation: mutation, until: promise).run()

        let promises = Set(verdict.failures.flatMap(\.violations).map(\.promise))
        #expect(promises.contains(promise), "\(mutation.rawValue) broke \(promises.sorted()).")
    }
}
