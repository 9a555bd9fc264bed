/// What is wrong with one cell, and what would be right.
struct CellFault: Error {
    let message: String

    init(_ message: String) {
        self.message = message
    }

    /// The cell in «», cut to 40 characters, with nothing in it that must not be repeated.
    static func quote(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard !CheckDigits.holdNationalIdentityNumber(bytes) else { return "This" }
        let text = String(decoding: bytes.prefix(400), as: UTF8.self)
            .replacing("\n", with: " ").replacing("\t", with: " ")
        return text.count > 40 ? "«\(text.prefix(40))…»" : "«\(text)»"
    }
}
