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
        kind, abstract: "Sends people their digests of what falls due, and letters.")

    @OptionGroup var options: WorkerOptions

    func handlers(_ settings: WorkerSettings) throws -> [any TaskHandler] {
        let mail = settings.mail ?? MailSettings()
        let postman = Postman(
            delivery: MailRoute(mail).delivery, sender: try MailAddress(mail.from, name: "Avtalt"))
        return [
            DigestHandler(postman: postman, timeLimit: settings.limits.timeLimit),
            LetterHandler(postman: postman, timeLimit: settings.limits.timeLimit),
        ]
    }
}
