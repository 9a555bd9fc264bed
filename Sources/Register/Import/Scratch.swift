/// Memory for the texts of one row that are not in the file as they are registered.
final class Scratch {
    private var blocks: [UnsafeMutableBufferPointer<UInt8>] = []
    private var used = 0
    private static let blockSize = 1 << 14

    deinit {
        for block in blocks { block.deallocate() }
    }

    /// A copy that is good until `reset`.
    func keep(_ bytes: some Collection<UInt8>) -> UnsafeBufferPointer<UInt8> {
        let target = room(for: bytes.count)
        _ = target.initialize(fromContentsOf: bytes)
        return UnsafeBufferPointer(target)
    }

    func reset() {
        while blocks.count > 1 { blocks.removeLast().deallocate() }
        used = 0
    }

    private func room(for count: Int) -> UnsafeMutableBufferPointer<UInt8> {
        if let block = blocks.last, used + count <= block.count {
            let start = used
            used += count
            return UnsafeMutableBufferPointer(rebasing: block[start..<start + count])
        }
        let block = UnsafeMutableBufferPointer<UInt8>.allocate(
            capacity: max(count, Self.blockSize))
        blocks.append(block)
        used = count
        return UnsafeMutableBufferPointer(rebasing: block[..<count])
    }
}
