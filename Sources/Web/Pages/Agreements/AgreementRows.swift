import Agreements
import Documents
import Register

/// The rows of the list as markup, written directly: a template spends more time on the cells of
/// fifty rows than on all the rest of the page.
struct AgreementRows {
    let words: Words
    let today: Day
    /// Whether rows can be ticked.
    let isSelectable: Bool
    /// The columns, and what a cell of theirs begins with.
    private let cells: [(column: AgreementColumn, start: String)]

    init(words: Words, columns: [AgreementColumn], today: Day, isSelectable: Bool) {
        self.words = words
        self.today = today
        self.isSelectable = isSelectable
        cells = columns.map { column in
            let style: HTML = column.isNumber ? #" class="number""# : ""
            let start: HTML = #"<td\#(style) data-name="\#(words[column.key])">"#
            return (column, start.markup)
        }
    }

    func markup(of lines: [AgreementLine]) -> String {
        var markup = ""
        markup.reserveCapacity(lines.count * 900)
        for line in lines { append(line, to: &markup) }
        return markup
    }

    private func append(_ line: AgreementLine, to markup: inout String) {
        let id = HTML.escape(line.id)
        markup += "<tr data-row>"
        if isSelectable {
            markup += "<td><input type=\"checkbox\" name=\"agreement\" value=\""
            markup += id
            markup += "\" aria-label=\""
            markup += id
            markup += "\"></td>"
        }
        markup += "<th scope=\"row\" class=\"code\"><a href=\"/agreements/"
        markup += LocalPath.encode(line.id)
        markup += "\">"
        markup += id
        markup += "</a></th>"
        for (column, start) in cells { append(column, start, of: line, to: &markup) }
        markup += "</tr>\n"
    }

    private func append(
        _ column: AgreementColumn, _ start: String, of line: AgreementLine,
        to markup: inout String
    ) {
        let text = text(column, of: line)
        guard !text.isEmpty else {
            markup += column.isNumber ? "<td class=\"number\"></td>" : "<td></td>"
            return
        }
        markup += start
        switch mark(column, of: line) {
        case nil: markup += HTML.escape(text)
        case let mark?:
            markup += "<span class=\"tag "
            markup += mark
            markup += "\">"
            markup += HTML.escape(text)
            markup += "</span>"
        }
        markup += "</td>"
    }

    private func text(_ column: AgreementColumn, of line: AgreementLine) -> String {
        switch column {
        case .title: line.title
        case .parties: line.parties.joined(separator: ", ")
        case .owner: words.name(line.owner)
        case .kind: words.name(line.kind)
        case .status: isExpired(line) ? words["status_expired"] : words.name(line.status)
        case .validFrom: line.validFrom.map(words.date) ?? ""
        case .validTo: line.validTo.map(words.date) ?? ""
        case .responsible: line.responsible?.name ?? words["nobody"]
        case .deputy: line.deputy?.name ?? words["nobody"]
        case .nextMeeting: line.nextMeetingOn.map(words.date) ?? ""
        case .late: line.late == 0 ? "" : String(line.late)
        }
    }

    /// The class of a tag around the text; nil for none.
    private func mark(_ column: AgreementColumn, of line: AgreementLine) -> String? {
        switch column {
        case .status where isExpired(line): line.isRenewed ? "off" : "bad"
        case .status: line.status == .active ? "good" : "off"
        case .late: "bad"
        case .responsible where line.responsible == nil: "warn"
        case .deputy where line.deputy == nil: "warn"
        case .validTo where endsSoon(line): "warn"
        default: nil
        }
    }

    private func isExpired(_ line: AgreementLine) -> Bool {
        line.status == .active && (line.validTo.map { $0 < today } ?? false)
    }

    /// Within half a year, and nothing follows it.
    private func endsSoon(_ line: AgreementLine) -> Bool {
        guard line.status == .active, !line.isRenewed, let last = line.validTo else {
            return false
        }
        return last >= today && last < today.adding(months: 6)
    }
}
