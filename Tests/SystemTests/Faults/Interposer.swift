import Foundation

/// The library of `powerloss.c`, which keeps what a disk has when the power fails.
struct Interposer: Sendable {
    /// The environment of processes that it is loaded into.
    let environment: [String: String]
    private let folder: String
    private let disk: String

    /// Compiles it, and takes what is in the folder now to be on the disk.
    ///
    /// - Parameters:
    ///   - folder: Whose files it watches.
    ///   - place: A folder apart from it, where the library and its copies are kept.
    init(watching folder: String, in place: String) async throws {
        self.folder = folder
        disk = "\(place)/disk"
        try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
        let library = try await Preload.compile("powerloss.c", in: place)
        environment = [
            "LD_PRELOAD": library, "POWERLOSS_FOLDER": folder + "/", "POWERLOSS_DISK": disk,
            "POWERLOSS_FULL": "\(place)/full",
        ]
        for (name, body) in Account.files(in: folder) {
            try body.write(to: URL(filePath: copy(of: name)))
        }
    }

    private func copy(of name: String) -> String {
        "\(disk)/\(name.replacingOccurrences(of: "/", with: "%"))"
    }

    /// Whether the watched files find no room when they are written to.
    func setFull(_ isFull: Bool) throws {
        let mark = environment["POWERLOSS_FULL"] ?? ""
        if isFull {
            try Data().write(to: URL(filePath: mark))
        } else {
            try FileManager.default.removeItem(atPath: mark)
        }
    }

    /// Leaves of the folder what a disk may have after the power has failed: of each file what was
    /// synced and, as the coin falls for each sector of 512 bytes, what was written since.
    ///
    /// Nothing may be at work on the folder.
    func failPower(_ coin: inout Coin) throws {
        for (name, written) in Account.files(in: folder) {
            let path = URL(filePath: "\(folder)/\(name)")
            // Shared memory has never been on a disk.
            guard !name.hasSuffix("-shm") else {
                try FileManager.default.removeItem(at: path)
                continue
            }
            let copy = copy(of: name)
            let synced =
                FileManager.default.fileExists(atPath: copy)
                ? try Data(contentsOf: URL(filePath: copy)) : Data()
            if synced != written { try Self.mix(synced, written, &coin).write(to: path) }
        }
    }

    private static func mix(_ synced: Data, _ written: Data, _ coin: inout Coin) -> Data {
        let sector = 512
        var mixed = Data()
        for start in stride(from: 0, to: max(synced.count, written.count), by: sector) {
            let source = coin.falls() ? written : synced
            guard start < source.count else { continue }
            // What lies between the end and a sector that survived are zeroes.
            mixed.append(Data(count: max(0, start - mixed.count)))
            mixed.append(source[start..<min(start + sector, source.count)])
        }
        return mixed
    }
}

/// A coin whose falls are told by its seed.
struct Coin: Sendable {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    }

    mutating func falls() -> Bool {
        // xorshift64*, as in Moments.
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return (state &* 0x2545_F491_4F6C_DD1D) >> 63 == 1
    }
}
