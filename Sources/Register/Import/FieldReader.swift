/// Reads a cell as its column wants it.
struct FieldReader {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    let context: ImportContext

    /// The value of a cell that holds one; throws `CellFault`, or what SQLite reports.
    func read(_ text: Bytes, as column: ImportColumn) throws -> Field {
        switch column.meaning {
        case .identifier: return try identifier(text)
        case .text: return try freeText(text)
        case .phone: return Field(form: .text, bytes: text)
        case .email: return try email(text)
        case .day: return try day(text)
        case .count(let range): return .integer(try CellNumber.read(text, in: range))
        case .decimal: return Field(form: .real, real: try CellNumber.readDecimal(text))
        case .truth: return try truth(text)
        case .choice(let choices):
            return Field(
                form: .text, number: Int64(try position(of: text, among: choices)), bytes: text)
        case .ownNumber(let own):
            try CellNumber.checkDigits(text, count: own.digits ?? 0, noun: own.noun)
            return Field(form: .text, bytes: text)
        case .organisationNumber: return try organisationNumber(text)
        case .reference(let referenced):
            guard let key = try key(of: text, in: referenced) else { return .faulty }
            return Field(form: .integer, number: key, bytes: text)
        case .choices, .references:
            preconditionFailure("A cell with several values is read by readList.")
        }
    }

    /// The keys or positions of a cell with several, each once; nil when one is not to be known.
    func readList(_ text: Bytes, as column: ImportColumn) throws -> [Int64]? {
        var values: [Int64] = []
        for piece in text.split(separator: 0x7C) {
            let word = try CellText.read(Bytes(rebasing: piece), scratch: context.scratch)
            if word.isEmpty { continue }
            let value: Int64?
            switch column.meaning {
            case .choices(let choices, _): value = Int64(try position(of: word, among: choices))
            case .references(let referenced, _): value = try key(of: word, in: referenced)
            default: preconditionFailure("\(column.name) holds one value.")
            }
            guard let value else { return nil }
            if !values.contains(value) { values.append(value) }
        }
        return values
    }

    private func identifier(_ text: Bytes) throws(CellFault) -> Field {
        guard !text.contains(where: { $0 < 0x20 || $0 == 0x7C }) else {
            throw CellFault(
                "\(CellFault.quote(text)) is not an identifier. Write it on one line, without «|».")
        }
        guard !CheckDigits.holdNationalIdentityNumber(text) else { throw Self.identityNumber }
        return Field(form: .text, bytes: text)
    }

    private func freeText(_ text: Bytes) throws(CellFault) -> Field {
        guard !CheckDigits.holdNationalIdentityNumber(text) else { throw Self.identityNumber }
        return Field(form: .text, bytes: text)
    }

    private static let identityNumber = CellFault(
        "The cell holds a national identity number. Remove it: the register never holds them.")

    private func email(_ text: Bytes) throws(CellFault) -> Field {
        let parts = text.split(separator: 0x40, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty,
            !text.contains(where: { $0 <= 0x20 || $0 == 0x2C || $0 == 0x3B }),
            parts[1].first != 0x2E, parts[1].last != 0x2E
        else {
            throw CellFault(
                "\(CellFault.quote(text)) is not an e-mail address. Write one such as "
                    + "navn@kommune.example.")
        }
        return Field(form: .text, bytes: text)
    }

    private func day(_ text: Bytes) throws(CellFault) -> Field {
        let day = try CellDate.read(text)
        let isISO = text.count == 10 && text[4] == 0x2D
        return Field(
            form: .text, number: Int64(day.number),
            bytes: isISO ? text : context.scratch.keep(Array(day.description.utf8)))
    }

    private func truth(_ text: Bytes) throws(CellFault) -> Field {
        switch String(decoding: text.prefix(8), as: UTF8.self).lowercased() {
        case "true", "ja": return .integer(1)
        case "false", "nei": return .integer(0)
        default:
            throw CellFault(
                "\(CellFault.quote(text)) is neither true nor false. Write true, false, ja or nei.")
        }
    }

    private func organisationNumber(_ text: Bytes) throws(CellFault) -> Field {
        let digits = context.scratch.keep(withoutSpaces(text))
        guard CheckDigits.isOrganisationNumber(digits) else {
            let reason =
                digits.count == 9 && digits.allSatisfy { $0 &- 0x30 < 10 }
                ? "its check digit is wrong" : "it needs nine digits"
            throw CellFault(
                "\(CellFault.quote(text)) is not an organisation number: \(reason). "
                    + "Write one such as 987879696, or leave it empty.")
        }
        return Field(form: .text, bytes: digits)
    }

    private func withoutSpaces(_ text: Bytes) -> [UInt8] {
        Array(
            String(decoding: text, as: UTF8.self).unicodeScalars
                .filter { !$0.properties.isWhitespace }
                .map(String.init).joined().utf8)
    }

    private func position(of text: Bytes, among choices: Choices) throws(CellFault) -> Int {
        if let position = choices.find(text) { return position }
        let word = String(decoding: text.prefix(64), as: UTF8.self)
        let nearest = NearestName.of(word, among: choices.names)
        throw CellFault(
            "\(CellFault.quote(text)) is none of \(choices.names.joined(separator: ", ")). "
                + (nearest.map { "Did you mean \($0)?" } ?? "Write one of them."))
    }

    /// Nil without a fault where the file that may hold the row could not be read in full.
    private func key(of text: Bytes, in referenced: Referenced) throws -> Int64? {
        if let digits = referenced.digits {
            try CellNumber.checkDigits(text, count: digits, noun: referenced.noun)
        }
        if let key = try context.key(of: text, in: referenced) { return key }
        guard !context.directory(of: referenced).isIncomplete else { return nil }
        throw CellFault(
            "\(CellFault.quote(text)) is not \(referenced.noun) in \(referenced.fileName) or in "
                + "the register. Add it there, or correct the reference.")
    }
}
