import Agreements
import Foundation

/// What the archive gets of an agreement's year: the year as PDF/A, the agreement's documents,
/// metadata, and a list of all files with their checksums, in one ZIP file.
///
/// The same year and documents give the same bytes.
package struct ArchivePackage: Sendable {
    /// A document of the agreement.
    package struct Document: Sendable {
        package var name: String
        package var mediaType: String
        /// `signed`, `minutes`, `plan` or `other`.
        package var kind: String
        package var content: Data

        package init(name: String, mediaType: String, kind: String, content: Data) {
            self.name = name
            self.mediaType = mediaType
            self.kind = kind
            self.content = content
        }
    }

    /// A file of the package as the list tells it.
    package struct File: Hashable, Sendable, Codable {
        package var path: String
        package var mediaType: String
        /// In bytes.
        package var size: Int
        /// 64 hexadecimal digits.
        package var sha256: String
    }

    private let year: AgreementYear
    private let documents: [Document]
    private let language: Language
    private let checksum: @Sendable (Data) -> String

    /// - Parameter checksum: SHA-256 as 64 hexadecimal digits.
    package init(
        _ year: AgreementYear, documents: [Document], language: Language,
        checksum: @escaping @Sendable (Data) -> String
    ) {
        self.year = year
        self.documents = documents
        self.language = language
        self.checksum = checksum
    }

    /// The ZIP file, and what is in it.
    package func write(printer: PDFPrinter?) async throws -> (archive: Data, files: [File]) {
        guard let printer else { throw PrintError.switchedOff }
        let page = AgreementYearPage(year, in: language, isOnPaper: true).render()
        let pdf = try await printer.print(
            page, on: Day.last(of: year.year), identifier: "\(year.id)/\(year.year)")
        var entries = [StoredZip.Entry(path: "agreement-\(year.year).pdf", content: pdf)]
        var files = [file(entries[0], PDFPrinter.mediaType)]
        for (number, document) in documents.enumerated() {
            let entry = StoredZip.Entry(
                path: "documents/\(number + 1)-\(Self.safe(document.name))",
                content: document.content)
            entries.append(entry)
            files.append(file(entry, document.mediaType))
        }
        let metadata = StoredZip.Entry(
            path: "metadata.json", content: try json(Metadata(year, documents, files)))
        entries.append(metadata)
        files.append(file(metadata, "application/json"))
        entries.append(StoredZip.Entry(path: "files.json", content: try json(files)))
        return (StoredZip(entries: entries).write(), files)
    }

    private func file(_ entry: StoredZip.Entry, _ mediaType: String) -> File {
        File(
            path: entry.path, mediaType: mediaType, size: entry.content.count,
            sha256: checksum(entry.content))
    }

    private func json(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }

    /// A file's name without what could lead out of its folder.
    private static func safe(_ name: String) -> String {
        let plain = String(name.withoutControls.map { "/\\:*?\"<>|\n\t".contains($0) ? "_" : $0 })
        return plain.allSatisfy { $0 == "." } ? "document" : String(plain.suffix(120))
    }

    /// What the archive files the package by.
    private struct Metadata: Encodable {
        struct Document: Encodable {
            let path: String
            let name: String
            let kind: String
        }

        let agreement: String
        let year: Int
        let caseNumber: String?
        let title: String
        let publicTitle: String
        let accessRestricted: Bool
        let accessGround: String?
        let parties: [String]
        let owner: String
        let signedOn: Day?
        let validFrom: Day?
        let validTo: Day?
        let records: AgreementYear
        let documents: [Document]

        init(
            _ year: AgreementYear, _ documents: [ArchivePackage.Document], _ files: [File]
        ) {
            agreement = year.id
            self.year = year.year
            caseNumber = year.caseNumber
            title = year.title
            publicTitle = year.publicTitle ?? year.title
            accessRestricted = year.accessGround != nil
            accessGround = year.accessGround
            parties = year.parties
            owner = year.owner.rawValue
            (signedOn, validFrom, validTo) = (year.signedOn, year.validFrom, year.validTo)
            records = year
            self.documents = zip(files.dropFirst(), documents).map {
                Document(path: $0.path, name: $1.name, kind: $1.kind)
            }
        }
    }
}
