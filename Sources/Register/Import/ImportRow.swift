/// The row of a file that is being read.
struct ImportRow {
    /// By position of the column; the last is what is in no column.
    var fields: [Field]
    /// The values of the columns that hold several, in the order of those columns: keys, or
    /// positions in their choices.
    var lists: [[Int64]]
    var line = 0

    init(of file: ImportFile) {
        fields = Array(repeating: .null, count: file.columns.count + 1)
        lists = Array(repeating: [], count: file.columns.count { $0.link != nil })
    }
}
