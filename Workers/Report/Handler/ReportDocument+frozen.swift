import Checksum
import Documents
import Foundation
import Tasks

extension ReportDocument {
    /// The document of an edition's frozen order: the same order gives the same bytes, whenever and
    /// wherever it is written.
    package init(frozen order: ReportOrder) {
        self.init(
            order.content, rulebook: order.rulebook, language: order.language,
            edition: order.report, checksum: Self.checksum(of: order), baseURL: order.baseURL)
    }

    /// SHA-256 of the figures as JSON, 64 hexadecimal digits.
    package static func checksum(of order: ReportOrder) -> String {
        Checksum.hexadecimal(of: Data(ReportJSON(order.content).render().utf8))
    }
}
