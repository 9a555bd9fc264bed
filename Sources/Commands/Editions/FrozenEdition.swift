import Foundation
import Register
import Settings
import Tasks

/// An issued edition with what it is written from.
struct FrozenEdition {
    let edition: ReportShelf.Edition
    let order: ReportOrder
    /// As they were written when it was issued.
    let files: [ReportShelf.File]

    /// Throws a sentence where there is no such edition, or where it cannot be written again.
    init(_ name: String, in register: Register) throws {
        let found = try register.read { db in
            let shelf = ReportShelf(db)
            return try shelf.edition(name).map {
                ($0, try shelf.content(of: $0), try shelf.files(of: $0))
            }
        }
        guard let found else {
            throw CommandError(
                .noInput,
                "There is no edition «\(name)»; `avtalt editions` lists those that there are.")
        }
        guard found.0.isIssued else {
            throw CommandError(.tryAgain, "«\(name)» is not issued yet; try again later.")
        }
        guard let content = found.1 else {
            throw CommandError(
                .noInput,
                """
                «\(name)» was issued by a version that did not keep what it was written from; its \
                files are on the page and in the folder of documents.
                """)
        }
        edition = found.0
        order = try JSONDecoder().decode(ReportOrder.self, from: Data(content.utf8))
        files = found.2
    }
}
