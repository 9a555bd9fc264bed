/// Texts around the help's own.
enum HelpWords {
    static let texts: [String: Wording] = [
        "all_topics": Wording("Alle sidene", "Alle sidene", "All pages"),
        "keys": Wording("Tastatur", "Tastatur", "Keyboard"),
        "keys_intro": Wording(
            "Alt kan gjøres med tastatur. Disse tastene sparer tid når du ikke skriver i et felt:",
            "Alt kan gjerast med tastatur. Desse tastane sparer tid når du ikkje skriv i eit felt:",
            "Everything can be done by keyboard. These keys save time when you are not writing in "
                + "a field:"),
        "key_find": Wording("gå til søkefeltet", "gå til søkjefeltet", "go to the search field"),
        "key_log": Wording(
            "gå til loggfeltet på Min dag", "gå til loggfeltet på Min dag",
            "go to the log line of My day"),
        "key_walk": Wording(
            "neste og forrige rad i en liste", "neste og førre rad i ei liste",
            "next and previous row of a list"),
    ]
}
