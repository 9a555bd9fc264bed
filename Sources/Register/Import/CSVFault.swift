/// Something wrong with a file as CSV, before its cells mean anything.
struct CSVFault: Error, Hashable, Sendable {
    /// The physical line on which the row starts, from 1.
    let line: Int
    /// Position of the cell in its row, from 0; nil where the fault is the row's or the file's.
    let cell: Int?
    /// What is wrong, and what would be right.
    let message: String
}
