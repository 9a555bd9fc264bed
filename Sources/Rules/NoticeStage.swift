/// One stage of a notice rule: when it falls, and who hears of it (domain.md, 7).
package struct NoticeStage: Hashable, Sendable, Codable {
    package var at: NoticeTiming
    package var to: [RecipientRole]

    package init(at: NoticeTiming, to: [RecipientRole]) {
        self.at = at
        self.to = to
    }
}

/// Whom a notice is for, before it is known who is there (domain.md, 7).
package enum RecipientRole: String, CaseIterable, Hashable, Sendable, Codable {
    case responsible
    case deputy
    case director
    case headOffice = "head_office"
    case settlementCoordinator = "settlement_coordinator"
}

extension NoticeRule: CodingKeyRepresentable {}
