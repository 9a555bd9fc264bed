/// What was read from one cell, or follows from the row, ready to be bound to a statement.
struct Field {
    enum Form {
        case null
        case integer
        case real
        case text
        /// A fault was reported: rules that need the value do not add another.
        case faulty
    }

    var form = Form.null
    /// A number, a key, a truth; of a day its number; of a choice its position.
    var number: Int64 = 0
    var real = 0.0
    /// The text, good until the next row.
    var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)

    static var null: Field { Field() }
    static var faulty: Field { Field(form: .faulty) }

    static func integer(_ number: Int64) -> Field { Field(form: .integer, number: number) }
}
