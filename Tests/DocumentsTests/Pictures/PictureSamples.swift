import Agreements
import Rules

@testable import Documents

/// Pictures that show every shape, with names that try to be markup.
enum PictureSamples {
    static func day(_ text: String) -> Day { Day(text) ?? .first(of: 2013) }

    static let timeline = AgreementTimeline(
        id: "timeline", title: #"Avtale <b>"Nordkapp"</b> & Kárášjohka"#, today: day("2013-05-15"),
        validFrom: day("2011-09-01"), validTo: day("2014-08-31"),
        marks: meetings + work + [
            TimelineMark(
                .evaluationApproved, on: day("2012-02-20"), label: "Evaluering 2011",
                link: "/evaluations/1"),
            TimelineMark(.evaluationSubmitted, on: day("2013-01-28"), label: "Evaluering 2012"),
            TimelineMark(.evaluationOpen, on: day("2014-01-31"), label: "Evaluering 2013"),
            TimelineMark(.amendment, on: day("2012-06-01"), label: "Nytt område <språk>"),
        ])

    private static let meetings = [
        TimelineMark(.meetingHeld, on: day("2011-10-12"), label: "Oppstart"),
        TimelineMark(.meetingHeld, on: day("2012-03-12"), label: "Vårmøte"),
        TimelineMark(
            .meetingHeld, on: day("2012-12-03"), firstOn: day("2012-10-03"), label: "Høstmøte"),
        TimelineMark(.meetingCancelled, on: day("2013-03-14"), label: "Vårmøte"),
        TimelineMark(
            .meetingPostponed, on: day("2013-09-02"), firstOn: day("2013-04-15"),
            label: "Nytt vårmøte"),
        TimelineMark(.meetingPlanned, on: day("2013-11-20"), label: "Høstmøte"),
        TimelineMark(.meetingPlanned, on: day("2014-04-20"), label: "Siste møte"),
    ]

    private static let work = [
        TimelineMark(.measureDone, on: day("2012-05-01"), label: "Kurs"),
        TimelineMark(.measureLate, on: day("2013-04-30"), label: "Nettverk"),
        TimelineMark(.measureOpen, on: day("2013-10-01"), label: "Veileder"),
        TimelineMark(.measureCancelled, on: day("2013-02-01"), label: "Konferanse"),
        TimelineMark(.followUpDone, on: day("2012-04-01"), label: "Sende tall"),
        TimelineMark(.followUpDone, on: day("2012-04-05"), label: "Ringe NAV"),
        TimelineMark(.followUpDone, on: day("2012-04-07"), label: "Møtereferat"),
        TimelineMark(.followUpDone, on: day("2012-04-09"), label: "Fjerde samme uke"),
        TimelineMark(.followUpLate, on: day("2013-05-02"), label: "Plan for 2013"),
        TimelineMark(.followUpOpen, on: day("2013-06-15"), label: "Tolketjeneste"),
        TimelineMark(.followUpCancelled, on: day("2013-07-15"), label: "Besøk"),
    ]

    static let tiles = TileMap(
        id: "tiles", title: "Busatte <under> avtale",
        regions: [
            TileMap.Region(
                name: "Nord",
                counties: [
                    TileMap.County(
                        name: "Finnmark",
                        tiles: [
                            TileMap.Tile(
                                name: "Guovdageaidnu – Kautokeino", link: "/municipalities/2011",
                                valueClass: 1, value: "8 %"),
                            TileMap.Tile(
                                name: "Vadsø", link: "/municipalities/2003", valueClass: 2,
                                value: "35 %"),
                            TileMap.Tile(
                                name: "Alta", link: "/municipalities/2012", valueClass: 5,
                                value: "100 %"),
                        ]),
                    TileMap.County(
                        name: "Troms",
                        tiles: [
                            TileMap.Tile(
                                name: "Tromsø", link: "/municipalities/1902", valueClass: 4,
                                value: "71 %"),
                            TileMap.Tile(
                                name: "<script>", link: #"/municipalities/"19"#, valueClass: 3,
                                value: "50 %"),
                            TileMap.Tile(
                                name: "Ibestad", link: "/municipalities/1917", valueClass: nil,
                                value: nil),
                        ]),
                ])
        ],
        legend: [(1, "0–20 %"), (2, "20–40 %"), (3, "40–60 %"), (4, "60–80 %"), (5, "80 % +")])

    static let trend = TrendChart(
        id: "trend", title: "Møter holdt", years: ["2010", "2011", "2012", "2013"],
        lines: [
            TrendChart.Line(
                name: "Øst", values: [0.4, 0.55, 0.7, 0.9],
                labels: ["40 %", "55 %", "70 %", "90 %"], link: "/region/ost"),
            TrendChart.Line(
                name: "Nord & <midt>", values: [0.9, nil, 0.5, 0.6],
                labels: ["90 %", "–", "50 %", "60 %"]),
            TrendChart.Line(
                name: "Sør", values: [nil, nil, nil, nil], labels: ["–", "–", "–", "–"]),
        ], target: 0.8)

    static let load = LoadChart(
        id: "load", title: "Arbeid per uke",
        weeks: (0..<26).map {
            LoadChart.Week(number: 20 + $0, monday: day("2013-05-13").adding(days: 7 * $0))
        },
        people: [
            LoadChart.Person(
                name: "nord.saksbehandler1", link: "/people/1",
                counts: (0..<26).map { $0 * 7 % 5 }, isAway: (0..<26).map { (8...10).contains($0) }
            ),
            LoadChart.Person(
                name: "<nord.saksbehandler2>", counts: (0..<26).map { $0 == 3 ? 14 : $0 % 2 },
                isAway: Array(repeating: false, count: 26)),
        ])

    static let bar = RatioBar(value: 0.65, target: 0.8, light: .yellow)

    static func gallery(_ texts: Texts) -> String {
        let pictures: [any Picture] = [timeline, tiles, trend, load]
        let lights = [Light.green, .yellow, .red].map { $0.mark(texts) }
        let html: HTML = """
            <!DOCTYPE html>
            <html lang="\(texts.language.rawValue)"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Pictures</title><style>
            \(PageStyle.sheet)
            \(HTML(stringLiteral: PictureStyle.sheet))</style></head><body><main><h1>Pictures</h1>
            \(pictures.map { $0.figure(texts) }.joined)<p>\(bar.svg) 65 % \(lights)</p>
            </main></body></html>

            """
        return html.markup
    }
}
