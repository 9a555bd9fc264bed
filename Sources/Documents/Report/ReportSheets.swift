import Agreements
import Rules

/// The sheets of a report that hold figures unit by unit.
struct ReportSheets {
    let columns: ReportColumns
    let texts: Texts

    /// The columns' heads with their tallies, the total last.
    private var units: [(name: String, tally: Tally)] {
        Array(zip(columns.heads(texts), columns.tallies))
    }

    /// Every figure of every unit, with the part of the report that it belongs to.
    var keyFigures: Sheet {
        var sheet = Sheet(
            name: texts[.sheetKeyFigures],
            columns: [
                .init(texts[.part]), .init(texts[.indicator]), .init(texts[.code]),
                .init(texts[.unit]), .init(texts[.value], .number),
                .init(texts[.share], .percent), .init(texts[.numerator], .number),
                .init(texts[.denominator], .number), .init("n", .number),
            ])
        for part in ReportRow.Part.allCases {
            let name = texts[part == .ownWork ? .partOwn : .partState]
            for row in ReportRow.rows(of: part) {
                for unit in units {
                    sheet.add(
                        [
                            .text(name), .text(texts[row.label]), .text(row.code),
                            .text(unit.name),
                        ] + cells(row.figure(unit.tally)))
                }
            }
        }
        return sheet
    }

    private func cells(_ figure: ReportRow.Figure) -> [Sheet.Cell] {
        switch figure {
        case .count(let count): [.number(count), .empty, .empty, .empty, .empty]
        case .share(let ratio, _):
            [
                .empty, .percent(ratio.value), .number(ratio.numerator),
                .number(ratio.denominator), .empty,
            ]
        case .mean(let average):
            [
                average.value.map { .number($0) } ?? .empty, .empty, .empty, .empty,
                .number(average.count),
            ]
        }
    }

    var coverage: Sheet {
        var sheet = Sheet(
            name: texts[.coverageSheet],
            columns: [
                .init(texts[.unit]), .init(texts[.body]), .init(texts[.authority]),
                .init(texts[.countyName]), .init(texts[.status]), .init(texts[.agreementsListed]),
            ])
        for part in columns.parts {
            for cell in part.coverage {
                sheet.add([
                    .text(texts[part.unit.text]), .text(cell.name), .text(cell.authority),
                    .text(cell.county),
                    .text(texts[cell.agreements.isEmpty ? .missing : .covered]),
                    .text(cell.agreements.joined(separator: ", ")),
                ])
            }
        }
        return sheet
    }

    var settlement: Sheet {
        var sheet = Sheet(
            name: texts[.settlement],
            columns: [
                .init(texts[.unit]), .init(texts[.requested], .number),
                .init(texts[.decided], .number), .init(texts[.settled], .number),
                .init(texts[.share], .percent),
                .init(texts[.settledUnderAgreement], .number),
            ])
        for unit in units {
            let sum = unit.tally.settlement
            sheet.add([
                .text(unit.name), .number(sum.requested), .number(sum.decided),
                .number(sum.settled), .percent(unit.tally.ratio(.settlement).value),
                .number(unit.tally.settledUnderAgreement.numerator),
            ])
        }
        return sheet
    }

    var activities: Sheet {
        var sheet = Sheet(
            name: texts[.activities],
            columns: [
                .init(texts[.unit]), .init(texts[.group]), .init(texts[.activityKind]),
                .init(texts[.code]), .init(texts[.count], .number),
            ])
        for unit in units {
            for kind in ActivityKind.allCases {
                sheet.add([
                    .text(unit.name), .text(texts[.activitiesByKind]), .text(texts[kind.text]),
                    .text(kind.rawValue), .number(unit.tally.activitiesByKind[kind] ?? 0),
                ])
            }
            for goal in SubGoal.allCases {
                sheet.add([
                    .text(unit.name), .text(texts[.activitiesBySubGoal]), .text(texts[goal.text]),
                    .text(goal.rawValue), .number(unit.tally.activitiesBySubGoal[goal] ?? 0),
                ])
            }
        }
        return sheet
    }

    var subGoals: Sheet {
        var sheet = Sheet(
            name: texts[.subGoals],
            columns: [
                .init(texts[.unit]), .init(texts[.subGoal]), .init(texts[.code]),
                .init(texts[.measuresDone], .number), .init(texts[.measuresDue], .number),
                .init(texts[.share], .percent), .init(texts[.activities], .number),
            ])
        for unit in units {
            for goal in SubGoal.allCases {
                let ratio = unit.tally.measuresBySubGoal?[goal] ?? Ratio()
                sheet.add([
                    .text(unit.name), .text(texts[goal.text]), .text(goal.rawValue),
                    .number(ratio.numerator), .number(ratio.denominator), .percent(ratio.value),
                    .number(unit.tally.activitiesBySubGoal[goal] ?? 0),
                ])
            }
        }
        return sheet
    }

    var grants: Sheet {
        var sheet = Sheet(
            name: texts[.grants],
            columns: [
                .init(texts[.unit]), .init(texts[.scheme]),
                .init(texts[.underAgreement], .number), .init(texts[.allGrants], .number),
                .init(texts[.share], .percent),
            ])
        for unit in units {
            for (scheme, ratio) in unit.tally.grants.sorted(by: { $0.key < $1.key }) {
                sheet.add([
                    .text(unit.name), .text(scheme), .number(ratio.numerator),
                    .number(ratio.denominator), .percent(ratio.value),
                ])
            }
        }
        return sheet
    }

    var overdue: Sheet {
        var sheet = Sheet(
            name: texts[.overdueSheet],
            columns: [
                .init(texts[.unit]), .init(texts[.overdueUpTo30], .number),
                .init(texts[.overdue31To90], .number), .init(texts[.overdueOver90], .number),
                .init(texts[.total], .number),
            ])
        for unit in units {
            let overdue = unit.tally.overdue
            sheet.add([
                .text(unit.name), .number(overdue.upTo30), .number(overdue.from31To90),
                .number(overdue.over90), .number(overdue.total),
            ])
        }
        return sheet
    }

    /// What is listed, and a row with the count of what is not.
    var exceptions: Sheet {
        var sheet = Sheet(
            name: texts[.exceptions],
            columns: [
                .init(texts[.kindOfException]), .init(texts[.unit]), .init(texts[.agreement]),
                .init(texts[.title]), .init(texts[.subject]), .init(texts[.dayHead], .day),
                .init(texts[.value], .number), .init(texts[.unlisted], .number),
            ])
        for kind in ReportException.Kind.allCases {
            let list = ExceptionSection(kind, in: columns.parts)
            for (unit, exception) in list.rows {
                sheet.add([
                    .text("\(texts[kind.text]): \(texts[kind.numberText])"),
                    .text(texts[unit.text]), .text(exception.agreement), .text(exception.title),
                    .text(exception.subject), .day(exception.dueOn), .number(exception.number),
                    .empty,
                ])
            }
            for (unit, count) in list.unlisted {
                sheet.add([
                    .text(texts[kind.text]), .text(texts[unit.text]), .empty, .empty, .empty,
                    .empty, .empty, .number(count),
                ])
            }
        }
        return sheet
    }
}

extension ReportRow {
    /// The figure's public name, with the part of it after a full stop: `overdue.up_to_30`.
    var code: String {
        switch label {
        case .municipalAgreements: "agreements_in_force.by.kind.municipal"
        case .sectorAgreements: "agreements_in_force.by.kind.sector"
        case .voluntaryAgreements: "agreements_in_force.by.kind.voluntary"
        case .overdueUpTo30: "overdue.up_to_30"
        case .overdue31To90: "overdue.31_to_90"
        case .overdueOver90: "overdue.over_90"
        case .requested: "settlement.requested"
        case .decided: "settlement.decided"
        case .settled: "settlement.settled"
        default:
            indicator?.rawValue
                ?? Indicator.allCases.first { $0.text == label }?.rawValue ?? label.rawValue
        }
    }
}
