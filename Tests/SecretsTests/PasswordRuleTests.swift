import Testing

@testable import Secrets

struct PasswordRuleTests {
    private static let person = ["nord.saksbehandler1", "Regiondirektør nord", "s1@example.no"]

    @Test(arguments: [
        "Fire lange ord på rad", "bil-sykkel-båt-7", "t&2kqvm!z0pw", "сорок тысяч обезьян",
        "sommerfuglene danser",
    ])
    func `a long password of its own is taken`(password: String) {
        #expect(PasswordRule.fault(in: password, of: Self.person) == nil)
    }

    @Test(arguments: [
        ("", PasswordRule.Fault.tooShort), ("elleve sign", .tooShort),
        (String(repeating: "abcdefghxyz ", count: 22), .tooLong),
        ("aaaaaaaaaaaa", .tooEven), ("abababababab", .tooEven), ("123456789012", .tooEven),
        ("abcdefghijkl", .tooEven), ("nord.saksbehandler1", .aboutThePerson),
        ("Saksbehandler1!", .aboutThePerson), ("Passord2026!", .common),
        ("velkommen123", .common), ("SommerSommer26", .common), ("qwertyuiop12", .common),
    ])
    func `a password that is tried first is refused with the reason`(
        password: String, fault: PasswordRule.Fault
    ) {
        #expect(PasswordRule.fault(in: password, of: Self.person) == fault)
    }

    @Test func `a desk tells right from wrong, and nobody has no password`() async {
        let desk = PasswordDesk(cost: .trivial)
        let hash = await desk.hash(of: "Fire lange ord på rad")

        #expect(await desk.matches("Fire lange ord på rad", hash) == true)
        #expect(await desk.matches("noe annet", hash) == false)
        #expect(await desk.matches("noe annet", nil) == false)
    }

    @Test func `a desk that is full turns people away`() async {
        let desk = PasswordDesk(cost: .trivial, most: 0)

        #expect(await desk.matches("ord", nil) == nil)
        #expect(await desk.hash(of: "ord") == nil)
    }
}
