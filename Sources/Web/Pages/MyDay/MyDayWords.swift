/// Texts of My day.
enum MyDayWords {
    static let texts: [String: Wording] = [
        "title": Wording("Min dag", "Min dag", "My day")
    ]
}
