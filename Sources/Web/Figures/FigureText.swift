import Agreements
import Documents
import Rules

/// Writes figures in a language.
struct FigureText: Sendable {
    let words: Words

    private var texts: Texts { words.texts }

    /// `54,5 %`, `1 234` or `4,5`; a dash without a value.
    func figure(_ value: IndicatorValue) -> String {
        switch value {
        case .count(let count): texts.number(count)
        case .share(let ratio): ratio.value.map(texts.percent) ?? "–"
        case .mean(let average): average.value.map(texts.decimal) ?? "–"
        }
    }

    /// What the figure is of: `6 av 11`; empty for a count.
    func basis(_ value: IndicatorValue, of indicator: Indicator) -> String {
        switch value {
        case .count: return ""
        case .share(let ratio):
            guard indicator == .grants else {
                return texts[
                    .ofCount, texts.number(ratio.numerator), texts.number(ratio.denominator)]
            }
            return words["of_millions", millions(ratio.numerator), millions(ratio.denominator)]
        case .mean(let average): return texts[.meanOfCount, texts.number(average.count)]
        }
    }

    /// With one decimal; the rows behind a figure have the kroner.
    private func millions(_ kroner: Int) -> String { texts.decimal(Double(kroner) / 1e6) }

    /// How the value has changed, with an arrow and in words; empty where one of them is missing.
    func change(from then: IndicatorValue, to now: IndicatorValue) -> HTML {
        guard let old = then.number, let new = now.number else { return "" }
        let difference = new - old
        let size: String
        switch now {
        case .count: size = texts.number(Int(difference.magnitude))
        case .share: size = texts.decimal(difference.magnitude * 100)
        case .mean: size = texts.decimal(difference.magnitude)
        }
        guard size != texts.decimal(0), size != "0" else {
            return #"<span class="subtle" title="\#(words["change_none"])">±0</span>"#
        }
        let key = difference > 0 ? "change_up" : "change_down"
        return """
            <span class="subtle" title="\(words[key, size])">\(difference > 0 ? "+" : "−")\
            \(size)</span>
            """
    }

    func spread(_ spread: Spread) -> String {
        words["points", texts.decimal(spread.difference * 100)]
    }

    /// `2013`, `1. halvår 2013` or `mai 2013`, and up to which day if it has not ended.
    func name(_ chosen: ChosenPeriod) -> String {
        name(of: chosen.part, in: chosen.year, until: chosen.period.to)
    }

    /// The same part of another year.
    func name(_ chosen: ChosenPeriod, in year: Int) -> String {
        name(of: chosen.part, in: year, until: chosen.period(in: year).to)
    }

    func name(of part: ChosenPeriod.Part) -> String {
        switch part {
        case .year: words["part_year"]
        case .half(let half): words["part_half", String(half)]
        case .month(let month): words["month\(month)"]
        case .span(let period): name(of: period)
        }
    }

    func name(of unit: OwningUnit?) -> String {
        unit.map { texts[$0.text] } ?? words["unit_total"]
    }

    private func name(of period: Period) -> String {
        "\(words.date(period.from))–\(words.date(period.to))"
    }

    private func name(of part: ChosenPeriod.Part, in year: Int, until day: Day) -> String {
        if part.span != nil {
            let period = part.period(in: year)
            return name(of: Period(from: period.from, to: min(day, period.to)) ?? period)
        }
        let name =
            part == .year ? String(year) : words["period_of", self.name(of: part), String(year)]
        guard day < part.period(in: year).to else { return name }
        return words["period_so_far", name, words.date(day)]
    }
}
