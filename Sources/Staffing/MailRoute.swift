import Mail
import Settings

/// The way that the settings send mail.
package struct MailRoute: Sendable {
    package let delivery: any Mail.MailDelivery

    package init(_ settings: MailSettings) {
        switch settings.delivery {
        case .maildir(let path):
            delivery = Maildir(path: path)
        case .smtp(let host, let port, let user):
            delivery = SMTPDelivery(
                settings: SMTPSettings(
                    host: host, port: port ?? settings.security.usualPort,
                    encryption: settings.security.encryption, user: user,
                    password: settings.password?.reveal(), authorities: settings.authorities,
                    connections: settings.connections, mailsPerMinute: settings.perMinute))
        }
    }
}

extension MailSecurity {
    fileprivate var encryption: SMTPSettings.Encryption {
        switch self {
        case .none: .never
        case .starttls: .required
        case .tls: .implicit
        }
    }
}
