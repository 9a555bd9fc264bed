/// The check digits of Norwegian numbers.
enum CheckDigits {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// Nine digits, weights 3 2 7 6 5 4 3 2, check digit 11 − (sum mod 11) (conventions.md).
    static func isOrganisationNumber(_ bytes: Bytes) -> Bool {
        bytes.count == 9 && bytes.allSatisfy(isDigit)
            && check(bytes, from: 0, weights: [3, 2, 7, 6, 5, 4, 3, 2])
    }

    /// Whether eleven digits that are a national identity number, or a D-number, stand by
    /// themselves in the text; a space may part the date from the rest.
    static func holdNationalIdentityNumber(_ bytes: Bytes) -> Bool {
        guard bytes.count >= 11 else { return false }
        var run: (start: Int, digits: Int)?
        for index in 0...bytes.count {
            let byte = index < bytes.count ? bytes[index] : 0
            if isDigit(byte) {
                run = (run?.start ?? index, (run?.digits ?? 0) + 1)
                continue
            }
            guard let ended = run else { continue }
            let isParted =
                byte == 0x20 && ended.digits == 6 && index - ended.start == 6
                && index + 1 < bytes.count && isDigit(bytes[index + 1])
            if isParted { continue }
            if ended.digits == 11, isIdentityNumber(bytes, from: ended.start) { return true }
            run = nil
        }
        return false
    }

    private static func isIdentityNumber(_ bytes: Bytes, from start: Int) -> Bool {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 11) { digits in
            var index = start
            for place in 0..<11 {
                if bytes[index] == 0x20 { index += 1 }
                digits[place] = bytes[index]
                index += 1
            }
            let digits = UnsafeBufferPointer(digits)
            let day = Int(digits[0] - 0x30) * 10 + Int(digits[1] - 0x30)
            // 40 is added to the day of D-numbers, and 40 or 80 to the month of synthetic ones.
            let month = (Int(digits[2] - 0x30) * 10 + Int(digits[3] - 0x30)) % 40
            guard (1...31).contains(day) || (41...71).contains(day), (1...12).contains(month)
            else { return false }
            return check(digits, from: 0, weights: [3, 7, 6, 1, 8, 9, 4, 5, 2])
                && check(digits, from: 0, weights: [5, 4, 3, 2, 7, 6, 5, 4, 3, 2])
        }
    }

    /// Whether the digit after the weighted ones is 11 − (sum mod 11), with 0 for 11.
    private static func check(_ bytes: Bytes, from start: Int, weights: [Int]) -> Bool {
        var sum = 0
        for (index, weight) in weights.enumerated() {
            sum += weight * Int(bytes[start + index] - 0x30)
        }
        return (11 - sum % 11) % 11 == Int(bytes[start + weights.count]) - 0x30
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
