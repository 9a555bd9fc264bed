/// One text of the interface in its three languages, side by side so that none is forgotten.
///
/// `{0}`, `{1}` … stand for arguments.
struct Wording: Hashable, Sendable {
    let nb: String
    let nn: String
    let en: String

    init(_ nb: String, _ nn: String, _ en: String) {
        self.nb = nb
        self.nn = nn
        self.en = en
    }
}
