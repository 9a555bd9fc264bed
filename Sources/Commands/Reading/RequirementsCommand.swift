import Agreements
import ArgumentParser
import Register
import Rules

struct RequirementsCommand: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "requirements",
        abstract: "Show which of the nine requirements agreements in force meet on a day.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "An agreement's id; every agreement in force that day if left out.")
    var agreement: String?
    @Option(help: ArgumentHelp("The day, such as 2013-06-30.", valueName: "date")) var on: Day
    @Option(help: "How the result is written: text or json.") var format = TextFormat.text

    func perform(_ invocation: Invocation) async throws {
        let register = try invocation.openRegister(.readOnly)
        let facts = try register.facts(for: .requirements(on: on))
        let requirements = Requirements(
            facts: facts, rulebook: try invocation.rules(in: register).current)
        let positions = try chosen(facts).sorted {
            facts.agreements[$0].id < facts.agreements[$1].id
        }
        let lines = positions.map { position in
            RequirementsLine(
                facts.agreements[position].id,
                met: requirements.met(byAgreementAt: position, on: on))
        }
        switch format {
        case .json: StandardOutput.write(try lines.json())
        case .text: StandardOutput.write(lines.map(\.text).joined())
        }
    }

    private func chosen(_ facts: Facts) throws -> [Int] {
        let inForce = facts.agreements.indices.filter { facts.agreements[$0].isInForce(on: on) }
        guard let agreement else { return inForce }
        guard facts.agreements.contains(where: { $0.id == agreement }) else {
            throw CommandError(.noInput, "The register has no agreement «\(agreement)».")
        }
        guard let position = inForce.first(where: { facts.agreements[$0].id == agreement }) else {
            throw CommandError(
                .badData,
                "\(agreement) is not in force on \(on); requirements are judged of agreements in "
                    + "force.")
        }
        return [position]
    }
}

/// What one agreement meets.
private struct RequirementsLine: Encodable {
    let agreement: String
    let requirements: [String: Bool]
    let met: Int
    let grade: Double

    init(_ agreement: String, met: Set<Requirement>) {
        self.agreement = agreement
        requirements = Dictionary(
            uniqueKeysWithValues: Requirement.allCases.map { ($0.rawValue, met.contains($0)) })
        self.met = met.count
        grade = Double(met.count) / Double(Requirement.allCases.count)
    }

    var text: String {
        let marks = Requirement.allCases.map { requirement in
            requirements[requirement.rawValue] == true ? requirement.rawValue : "–"
        }
        let share = "\(met)/\(Requirement.allCases.count)"
        return "\(agreement)  \(share)  \(marks.joined(separator: " "))\n"
    }
}
