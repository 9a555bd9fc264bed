import Foundation
import Support

/// Debian's LibreOffice, without a screen.
enum LibreOffice {
    /// Opens a workbook and saves what it has found in it; answers the new workbook's path.
    ///
    /// With a profile of its own, as two that share one do not run at a time.
    static func saved(_ workbook: String, in folder: TemporaryFolder) async throws -> String {
        let target = folder.path("saved")
        try await Tool.run(
            "/usr/bin/soffice",
            [
                "-env:UserInstallation=\(folder.url.appending(path: "profile").absoluteString)",
                "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", target,
                workbook,
            ], environment: ["HOME": folder.url.path, "PATH": "/usr/bin:/bin"])
        return URL(filePath: target).appending(
            path: URL(filePath: workbook).lastPathComponent
        ).path
    }
}
