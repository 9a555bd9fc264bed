import Foundation
import Testing

@testable import Register

struct MutationTests {
    @Test(arguments: [11, 12, 13] as [UInt64])
    func `a spoilt file is imported or refused with its place and never half`(seed: UInt64) throws {
        let bench = try ImportBench()
        try bench.put(SmallFolder.files)
        try bench.importFolder()
        var numbers = CSVReaderFuzzTests.Numbers(state: seed)
        let names = SmallFolder.files.keys.sorted()
        var refused = 0

        for _ in 0..<100 {
            let name = try #require(names.randomElement(using: &numbers))
            let good = Data(try #require(SmallFolder.files[name]).utf8)
            try bench.put(name, mutated(good, &numbers))
            let before = try bench.content()
            do {
                try bench.importFolder()
            } catch ImportError.rejected(let faults, _) {
                refused += 1
                #expect(faults.allSatisfy { $0.line > 0 && !$0.column.isEmpty })
                #expect(!faults.isEmpty)
                #expect(try bench.content() == before)
            }
            try bench.put(name, good)
        }

        #expect(refused > 30)
        #expect(try bench.register.check().problems == [])
    }

    private func mutated(_ data: Data, _ numbers: inout CSVReaderFuzzTests.Numbers) -> Data {
        var bytes = [UInt8](data)
        for _ in 0...numbers.next() % 3 {
            let place = Int.random(in: 0..<max(1, bytes.count), using: &numbers)
            let end = min(bytes.count, place + Int.random(in: 1...12, using: &numbers))
            switch numbers.next() % 6 {
            case 0 where place < bytes.count:
                bytes[place] = UInt8.random(in: 0...255, using: &numbers)
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 3:
                bytes.insert(
                    contentsOf: [0x22, 0x2C, 0x0A, 0x3B, 0xE5, 0x00].shuffled(using: &numbers)
                        .prefix(2), at: place)
            case 4 where place < bytes.count:
                bytes[place] =
                    [0x30, 0x39, 0x2D, 0x41, 0x20].randomElement(using: &numbers) ?? 0x30
            default: bytes.removeSubrange(end..<bytes.count)
            }
        }
        return Data(bytes)
    }
}
