import Agreements
import Foundation
import Testing

@testable import Web

/// The interface's texts: all there, in three languages, and none in a template alone.
struct WordsTests {
    @Test(arguments: Site.sections.flatMap { section in section.templates.map(\.name) })
    func `a template names texts that its section has`(template name: String) throws {
        let section = try #require(
            Site.sections.first { $0.templates.contains { $0.name == name } })
        let template = try #require(section.templates.first { $0.name == name })
        let source = String(decoding: template.source, as: UTF8.self)
        // Partials of the shell are used by every section.
        let texts =
            section is ShellSection.Type && name != "error"
            ? SharedWords.texts : section.vocabulary.texts

        let keys = source.matches(of: /\{\{[#^\/]?w\.([A-Za-z0-9_]+)\}\}/).map { String($0.1) }

        for key in Set(keys) { #expect(texts[key] != nil, "\(name): {{w.\(key)}}") }
    }

    @Test func `every text is said in every language, with the same arguments`() {
        for section in Site.sections {
            for (key, text) in section.vocabulary.texts {
                let said = Language.allCases.map { text.text(in: $0) }
                #expect(said.allSatisfy { !$0.trimmed.isEmpty }, "\(key)")
                let arguments = said.map { text in
                    Set(text.matches(of: /\{\d\}/).map { String($0.0) })
                }
                #expect(Set(arguments).count == 1, "\(key): \(said)")
            }
        }
    }

    @Test func `nynorsk is not bokmål`() {
        let bokmaal = ["ikke", "hva", "fra", "noen", "hvordan", "bare", "avtaler", "møter"]
        for section in Site.sections {
            for (key, text) in section.vocabulary.texts {
                let words = text.nn.lowercased().split { !$0.isLetter }.map(String.init)
                let wrong = Set(words).intersection(bokmaal)
                #expect(wrong.isEmpty, "\(key): «\(text.nn)»")
            }
        }
    }

    @Test(arguments: Site.sections.flatMap { section in section.templates.map(\.name) })
    func `no template lets markup through, but for what the product wrote`(name: String) throws {
        let template = try #require(
            Site.sections.flatMap { $0.templates }.first { $0.name == name })
        let source = String(decoding: template.source, as: UTF8.self)
        let unescaped = Set(source.matches(of: /\{\{\{\s*([^}]+?)\s*\}\}\}/).map { String($0.1) })

        let written: [String: Set<String>] = [
            "shell": ["shell.menu"],
            "agreements": ["rows", "filters", "headings", "tabs"], "figures": ["page"],
            "agreement_head": ["tabs"],
            "agreement_overview": [
                "timeline", "facts", "lines", "next", "activities", "tallies", "tally_heads",
            ],
            "agreement_history": ["history"], "agreement_period": ["content"], "myday": ["lines"],
            "evaluation_answers": ["facts"], "respond": ["comparison", "briefing"],
        ]
        #expect(unescaped.subtracting(written[name] ?? []).isEmpty, "\(name): \(unescaped)")
    }
}
