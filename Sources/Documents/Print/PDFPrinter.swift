import Agreements
import Foundation

/// Turns a page that stands alone into PDF/A-3b, by the program `weasyprint`, with the structure
/// that a screen reader goes by: headings, lists, tables, links, the texts that stand for pictures.
///
/// The program runs as a process of its own with limits of time, processor and memory, sees none of
/// this process's environment, finds no other program (Python would have a compiler tell where its
/// libraries are), and is sent nothing that names an address: whatever it would fetch over HTTP
/// meets a proxy that is not there. The same page and day give the same bytes.
package struct PDFPrinter: Hashable, Sendable {
    package static let mediaType = "application/pdf"

    /// Seconds from start to end; a page of 40 sheets takes about four.
    private static let timeLimit = 120
    /// Of address space: 40 pages take 220 MB of memory, and less than this of addresses.
    private static let memoryLimit = 1 << 30
    /// What Python reads as it starts: it has the program mark the structure, and save time.
    private static let modules = [
        "sitecustomize.py": PackageResources.sitecustomize_py,
        "structure.py": PackageResources.structure_py,
    ]
    private static let searchPath = "/usr/local/bin:/usr/bin:/bin"

    private let program: String

    /// - Parameter program: Its path, or its name, which is then looked for where Debian installs.
    package init(program: String) {
        self.program = program
    }

    /// - Parameters:
    ///   - html: With a style sheet for paper.
    ///   - day: What the file is dated; fonts are dated so too.
    ///   - identifier: Stands in the file as what it is; the same for the same content.
    package func print(_ html: String, on day: Day, identifier: String) async throws(PrintError)
        -> Data
    {
        let folder: PrivateFolder
        do {
            folder = try PrivateFolder()
        } catch {
            throw .notWritten(reason: "\(error)")
        }
        defer { folder.remove() }
        let (page, file) = (folder.path + "/page.html", folder.path + "/page.pdf")
        let log = folder.path + "/log"
        let files = Self.modules.merging(["page.html": Array(html.utf8)]) { $1 }
        for (name, content) in files {
            guard
                FileManager.default.createFile(
                    atPath: "\(folder.path)/\(name)", contents: Data(content))
            else {
                throw .notWritten(reason: "\(folder.path) cannot be written to")
            }
        }
        let program = Subprogram(
            path: "/usr/bin/prlimit",
            arguments: [
                "--as=\(Self.memoryLimit)", "--cpu=\(Self.timeLimit)", "--", "/usr/bin/timeout",
                "--kill-after=5", "\(Self.timeLimit)", try path(), "--quiet", "--encoding",
                "utf-8", "--pdf-variant", "pdf/a-3b", "--pdf-identifier", identifier, page, file,
            ],
            environment: environment(home: folder.path, day: day), log: log)
        let status = try await Self.run(program)
        let said = String(
            decoding: FileManager.default.contents(atPath: log) ?? Data(), as: UTF8.self)
        // `timeout` ends with 124, or 137 where it had to kill.
        guard status != 124, status != 137 else { throw .tookTooLong(seconds: Self.timeLimit) }
        guard status == 0, let data = FileManager.default.contents(atPath: file) else {
            let last = said.split(separator: "\n").last.map { String($0) }
            throw .notWritten(reason: last ?? "\(self.program) ended with \(status)")
        }
        return data
    }

    private func path() throws(PrintError) -> String {
        let candidates =
            program.contains("/")
            ? [program] : Self.searchPath.split(separator: ":").map { "\($0)/\(program)" }
        guard let path = candidates.first(where: FileManager.default.isExecutableFile) else {
            throw .missing(program: program)
        }
        return path
    }

    private func environment(home: String, day: Day) -> [String: String] {
        let nowhere = "http://127.0.0.1:9"
        return [
            "PATH": home, "HOME": home, "XDG_CACHE_HOME": home, "TMPDIR": home,
            "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONPATH": home,
            "SOURCE_DATE_EPOCH": String(Oslo.instant(of: day).milliseconds / 1000),
            "http_proxy": nowhere, "https_proxy": nowhere, "ftp_proxy": nowhere,
        ]
    }

    private static func run(_ program: Subprogram) async throws(PrintError) -> Int32 {
        let status: Int32
        do {
            status = try await program.run()
        } catch {
            throw .missing(program: program.path)
        }
        guard !Task.isCancelled else { throw .notWritten(reason: "it was called off") }
        return status
    }
}
