import Agreements
import ArgumentParser
import Register
import Rules
import Secrets

struct DemoAccountsCommand: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Give one user of each role a password, for a demonstration, and print them.",
        discussion: """
            A role that nobody has gets a user, such as demo.auditor. The passwords are new each \
            time. It refuses when anybody else has a password: such a register is in use.
            """)

    @OptionGroup var global: GlobalOptions

    /// A user and a password for them.
    private struct Account {
        let user: User
        let password: String
        let hash: PasswordHash
    }

    func perform(_ invocation: Invocation) async throws {
        let register = try invocation.openRegister(.existing)
        let (users, others) = try register.read { db in
            let users = try Self.chosen(from: StaffList.everybody(in: db))
            return (users, try AccountStore.usersWithPassword(in: db))
        }
        let strangers = Set(others).subtracting(users.map(\.id))
        if let stranger = strangers.min() {
            throw CommandError(
                .badData,
                "\(stranger) has a password: this register is in use, and is left as it is.")
        }
        let accounts = users.map { user in
            let password = Self.password()
            return Account(user: user, password: password, hash: PasswordHash(of: password))
        }
        try register.write { db in
            let staff = StaffDeeds(db, author: invocation.author, at: invocation.clock.now())
            let store = AccountStore(db, author: invocation.author, at: invocation.clock.now())
            for account in accounts {
                if try StaffList.user(account.user.id, in: db) == nil {
                    try staff.add(account.user)
                }
                try store.setPassword(of: account.user.id, to: account.hash)
            }
        }
        for account in accounts {
            StandardOutput.write(
                "\(account.user.role.rawValue)\t\(account.user.id)\t\(account.password)\n")
        }
    }

    /// For each role the same user each time: of the northern office where it has one.
    private static func chosen(from users: [User]) -> [User] {
        Role.allCases.map { role in
            let candidates = users.filter { $0.role == role && $0.isActive }
            return candidates.filter { $0.unit == .nord }.min { $0.id < $1.id }
                ?? candidates.min { $0.id < $1.id }
                ?? User(
                    id: "demo.\(role.rawValue)", name: "Demo \(role.rawValue)",
                    email: "demo.\(role.rawValue)@avtalt.example", unit: unit(of: role), role: role,
                    isActive: true, language: .nb)
        }
    }

    private static func unit(of role: Role) -> OwningUnit {
        let isOffice = Rights.allows(
            role: role, unit: .nord, action: .write, kind: .agreement, of: .unit(.nord))
        return isOffice ? .nord : .central
    }

    /// Twenty signs that are easy to type.
    private static func password() -> String {
        let signs = Array("abcdefghjkmnpqrstuvwxyz23456789")
        let text = SecretBytes.random(count: 20).map { signs[Int($0) % signs.count] }
        return stride(from: 0, to: 20, by: 5).map { String(text[$0..<$0 + 5]) }
            .joined(separator: "-")
    }
}
