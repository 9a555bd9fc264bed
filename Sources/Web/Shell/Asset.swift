import Checksum
import Documents
import Foundation

/// A file that pages use, under a name that changes with its content so that browsers may keep it.
struct Asset: Sendable {
    let path: String
    let content: [UInt8]
    let type: String

    static let style = Asset(
        "avtalt", "css",
        // The font's name changes with its content, and the sheet with the font's name.
        Array(
            (String(decoding: PackageResources.avtalt_css, as: UTF8.self)
                .replacing("inter.woff2", with: font.path) + PictureStyle.sheet).utf8),
        "text/css; charset=utf-8")
    static let script = Asset(
        "avtalt", "js", PackageResources.avtalt_js, "text/javascript; charset=utf-8")
    static let icon = Asset("avtalt", "svg", PackageResources.avtalt_svg, "image/svg+xml")
    static let font = Asset("inter", "woff2", PackageResources.inter_woff2, "font/woff2")

    static let all = [style, script, icon, font]

    private init(_ name: String, _ ending: String, _ content: [UInt8], _ type: String) {
        path = "/assets/\(name)-\(Checksum.hexadecimal(of: Data(content)).prefix(12)).\(ending)"
        self.content = content
        self.type = type
    }
}
