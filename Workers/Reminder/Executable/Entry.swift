import ArgumentParser
import Mail
import ReminderWorker
import Settings
import Staffing
import Tasks

@main
struct Entry: WorkerCommand {
    static let kind = WorkerSettings.Kind.reminder
    static let configuration = CommandConfiguration.worker(
        kind, abstract: "Sends people their digests of what falls due.")

    @OptionGroup var options: WorkerOptions

    func handlers(_ settings: WorkerSettings) throws -> [any TaskHandler] {
        let mail = settings.mail ?? MailSettings()
        return [
            DigestHandler(
                delivery: MailRoute(mail).delivery,
                sender: try MailAddress(mail.from, name: "Avtalt"),
                timeLimit: settings.limits.timeLimit)
        ]
    }
}
