/// A traffic light: of an agreement's evidence (domain.md, 6), or of a figure against its
/// target (9).
package enum Light: String, CaseIterable, Hashable, Sendable, Codable {
    case green
    case yellow
    case red
    case grey
}

/// The light of an agreement's evidence.
package typealias EvidenceLight = Light

/// The light of a figure against its target.
package typealias TargetLight = Light

extension Light {
    /// Green when every ratio that has a denominator is high enough, red when any is too low,
    /// yellow otherwise, grey when none has a denominator (domain.md, 6).
    package init(evidence ratios: [Ratio], thresholds: Rulebook.LightThresholds) {
        let values = ratios.compactMap(\.value)
        if values.isEmpty {
            self = .grey
        } else if values.contains(where: { $0 < thresholds.red }) {
            self = .red
        } else if values.allSatisfy({ $0 >= thresholds.green }) {
            self = .green
        } else {
            self = .yellow
        }
    }

    /// Green at the target or above, yellow at a share of it (0.80 by default) or more, red below;
    /// grey without a target or without a value (domain.md, 9).
    package init(value: Double?, target: Double?, rulebook: Rulebook) {
        guard let value, let target else {
            self = .grey
            return
        }
        // 0.8 × 0.9 comes out above 0.72 in binary; a billionth more or less decides nothing.
        let tolerance = 1e-9
        if value >= target - tolerance {
            self = .green
        } else if value >= target * rulebook.yellowTargetShare - tolerance {
            self = .yellow
        } else {
            self = .red
        }
    }
}
