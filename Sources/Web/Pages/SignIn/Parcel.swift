/// A form that was sent when its session was over: kept in the page, and sent again by hand once
/// somebody has signed in.
struct Parcel: Hashable, Sendable {
    /// A field with what was typed.
    struct Line: Hashable, Sendable {
        let name: String
        let value: String
    }

    /// Where the form was sent to.
    let path: String
    let lines: [Line]

    /// Passwords and what belongs to the session that is over stay behind.
    init(path: String, form: Form) {
        self.path = LocalPath.safe(path)
        lines = form.values.filter { $0.key != "csrf" && !$0.key.contains("password") }
            .sorted { $0.key < $1.key }
            .flatMap { name, values in values.map { Line(name: name, value: $0) } }
    }

    /// What a sign-in form carries along; nil when it carries nothing.
    init?(carriedBy form: Form) {
        guard form.has("carried_to"), let fields = URLEncoded.read(form["carried"].utf8) else {
            return nil
        }
        self.init(path: form["carried_to"], form: fields)
    }

    /// The fields in one text, as a query is written.
    var text: String {
        lines.map { "\(LocalPath.encode($0.name))=\(LocalPath.encode($0.value))" }
            .joined(separator: "&")
    }
}

/// The page that shows what had been typed, and sends it when it is told to.
struct ParcelView: Sendable {
    let form: FormView
    /// What is worth reading of it.
    let lines: [Parcel.Line]

    init(_ visit: Visit, _ parcel: Parcel) {
        form = visit.formView(
            action: parcel.path,
            fields: parcel.lines.map { line in
                var field = FormField(line.name, "", .hidden)
                field.value = line.value
                return field
            }, submit: visit.words["send_again_button"], cancel: "/")
        lines = parcel.lines.filter { !$0.value.isEmpty }
    }
}
