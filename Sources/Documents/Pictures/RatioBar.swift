import Rules

/// A share as a bar with its target and its light, small enough for a table's cell.
package struct RatioBar {
    /// Nil draws an empty bar.
    package let value: Double?
    package let target: Double?
    package let light: Light

    package init(value: Double?, target: Double? = nil, light: Light = .grey) {
        self.value = value
        self.target = target
        self.light = light
    }

    /// Decorative: the figure itself stands beside it as text, the light as `lightMark`.
    package var svg: HTML {
        let length = min(1, max(0, value ?? 0)) * 60
        let mark: HTML =
            target.map { #"<path class="target" d="M\#(at: min(1, max(0, $0)) * 60) 0v8"/>"# }
            ?? ""
        return """
            <svg class="ratio \(light.rawValue)" viewBox="0 0 60 8" width="60" height="8" \
            aria-hidden="true"><rect class="ground" width="60" height="8"/>\
            <rect class="share" width="\(at: length)" height="8"/>\(mark)</svg>
            """
    }
}

extension Light {
    /// A sign of its own shape for each light, with its meaning for whoever does not see it.
    package func mark(_ texts: Texts) -> HTML {
        guard self != .grey else { return "" }
        return """
            <span class="lightmark \(rawValue)" role="img" aria-label="\(texts[pictureText])" \
            title="\(texts[pictureText])">\(sign)</span>
            """
    }

    var pictureText: PictureText {
        switch self {
        case .green: .greenLight
        case .yellow: .yellowLight
        case .red: .redLight
        case .grey: .greyLight
        }
    }

    private var sign: String {
        switch self {
        case .green: "●"
        case .yellow: "▲"
        case .red: "■"
        case .grey: ""
        }
    }
}
