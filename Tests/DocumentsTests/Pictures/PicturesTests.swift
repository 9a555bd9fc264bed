import Agreements
import Rules
import Testing

@testable import Documents

struct PicturesTests {
    private static let pictures: [any Picture] = [
        PictureSamples.timeline, PictureSamples.tiles, PictureSamples.trend, PictureSamples.load,
    ]

    @Test(arguments: Language.allCases)
    func `pictures are drawn as they are stored`(language: Language) throws {
        let page = PictureSamples.gallery(Texts(language))

        #expect(try StoredFile(name: "pictures-\(language.rawValue).html").matches(page))
    }

    @Test(arguments: pictures.indices)
    func `a picture holds neither style attributes nor scripts`(index: Int) {
        let markup = Self.pictures[index].figure(Texts(.nb)).markup

        #expect(!markup.contains(" style="))
        #expect(!markup.contains("<script"))
        #expect(!markup.contains("<b>\""))
        #expect(!markup.contains("<midt>"))
        #expect(markup.matches(of: /\son[a-z]+=/).isEmpty)
    }

    @Test(arguments: pictures.indices)
    func `no id stands twice in a picture, and every reference finds one`(index: Int) {
        let markup = Self.pictures[index].figure(Texts(.nb)).markup

        let ids = markup.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
        let references = markup.matches(of: /aria-labelledby="([^"]*)"/)
            .flatMap { $0.1.split(separator: " ").map(String.init) }
        #expect(Set(ids).count == ids.count)
        #expect(Set(references).isSubset(of: ids))
    }

    @Test func `a timeline's table holds its validity and every mark`() {
        let timeline = PictureSamples.timeline

        let table = timeline.table(Texts(.nb))

        #expect(table.rows.count == timeline.marks.count + 1)
        #expect(
            table.rows[0].map(\.text) == [
                "1.\u{A0}september\u{A0}2011", "I kraft",
                "I kraft 1.\u{A0}september\u{A0}2011 til 31.\u{A0}august\u{A0}2014",
            ])
        #expect(
            table.rows.contains {
                $0[1].text == "Møte utsatt (først 15.\u{A0}april\u{A0}2013)"
            })
    }

    @Test func `a timeline of a century draws the twelve years about today`() {
        let timeline = AgreementTimeline(
            id: "long", title: "Long", today: PictureSamples.day("2013-01-01"),
            validFrom: PictureSamples.day("1920-01-01"), validTo: PictureSamples.day("2020-12-31"),
            marks: [])

        #expect(timeline.years == Array(2007...2018))
    }

    @Test func `marks of one place stand in three rows, the rest are counted`() {
        let marks = (1...5).map {
            TimelineMark(
                .followUpOpen, on: PictureSamples.day("2013-03-0\($0)"), label: "\($0)")
        }

        let clusters = TimelinePanel.clusters(of: marks, in: .followUps, year: 2013)

        #expect(clusters.map(\.level) == [0, 1, 2])
        #expect(clusters.map(\.marks.count) == [1, 1, 3])
    }

    @Test func `every tile is a link that says its name and its figure`() {
        let markup = PictureSamples.tiles.drawing(Texts(.nb)).markup

        #expect(
            markup.contains(
                #"<li><a class="t5" href="/municipalities/2012">Alta <b>100 %</b></a>"#))
        #expect(markup.contains(#"Ibestad <b><span aria-hidden="true">–</span>"#))
        #expect(PictureSamples.tiles.table(Texts(.nb)).rows.count == 6)
    }

    @Test func `a trend says its years and breaks where there is no value`() {
        let markup = PictureSamples.trend.drawing(Texts(.en)).markup

        #expect(markup.contains("2010: 90 %; 2011: –; 2012: 50 %; 2013: 60 %"))
        #expect(markup.contains(#"d="M6 11.6M104.7 26L154 22.4""#))
    }

    @Test func `a person's week of leave is hatched and said`() {
        let table = PictureSamples.load.table(Texts(.nb))

        #expect(table.rows[0][9].text == "1 (fravær)")
        #expect(table.rows[1][27].text == "26")
    }

    @Test(arguments: [
        ([], 3.0, 1), ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 1.0, 1),
        ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 10.0, 5), ([7, 7, 7, 7], 7.0, 1), ([0, 0, 0, 9], 0.0, 1),
        ([0, 0, 0, 9], 9.0, 2),
    ])
    func `values fall into five classes`(values: [Double], value: Double, number: Int) {
        #expect(ValueClasses(equalCountsOf: values).number(of: value) == number)
    }

    @Test(arguments: [(0.0, 1), (0.199, 1), (0.2, 2), (0.8, 5), (1.0, 5)])
    func `shares fall into fifths`(share: Double, number: Int) {
        #expect(ValueClasses.shares.number(of: share) == number)
    }

    @Test(arguments: PictureText.allCases)
    func `every text of pictures is there in three languages`(text: PictureText) {
        let wording = text.wording

        #expect(![wording.nb, wording.nn, wording.en].contains(""))
    }
}
