extension Rulebook {
    /// The defaults of domain.md.
    package static let domain = Rulebook(
        closedDays: [date("12-24"), date("12-31")],
        catchUpWorkingDays: 10,
        notices: notices,
        planDue: date("01-31"),
        evaluationOpens: date("11-15"),
        evaluationDue: date("01-31"),
        ratings: RatingThresholds(veryHigh: 5.0, good: 4.5, satisfactory: 4.0),
        scoreGap: 1.0,
        light: LightThresholds(green: 0.80, red: 0.50),
        multiYearMonths: 24,
        cadenceMeetings: 1,
        yellowTargetShare: 0.80,
        overdueBands: OverdueBands(first: 30, second: 90),
        expiryHorizonMonths: 12,
        standardRequirements: 6,
        reportCalendar: ReportCalendar(
            monthlyWorkingDay: 8, halfYearWorkingDay: 10, annualWorkingDay: 10))

    private static let notices: [NoticeRule: [NoticeStage]] = [
        .meetingUpcoming: [
            stage("10 wd before", .responsible),
            stage("2 wd before", .responsible, .deputy),
        ],
        .meetingOutcome: [
            stage("2 wd after", .responsible),
            stage("10 wd after", .director),
            stage("20 wd after", .headOffice),
        ],
        .meetingMissing: [
            stage("03-01", .responsible),
            stage("06-01", .director),
            stage("10-01", .headOffice),
        ],
        .followUpDue: work,
        .measureDue: work,
        .planMissing: [
            stage("12-01 of the year before", .responsible),
            stage("01-15", .responsible),
            stage("02-01", .director),
            stage("03-01", .headOffice),
        ],
        .evaluationDue: [
            stage("11-15 of the year before", .responsible),
            stage("12-15 of the year before", .responsible, .deputy),
            stage("01-15", .responsible, .deputy),
            stage("02-10", .director),
            stage("03-01", .headOffice),
        ],
        .agreementExpiry: [
            stage("12 months before", .responsible),
            stage("6 months before", .responsible),
            stage("3 months before", .responsible, .director),
            stage("1 month before", .director),
        ],
        .agreementExpired: [
            stage("1 wd after", .responsible, .director),
            stage("20 wd after", .headOffice),
        ],
        .settlementMissing: [
            stage("wd 5 of the next month", .settlementCoordinator),
            stage("wd 10 of the next month", .director),
        ],
    ]

    private static let work = [
        stage("5 wd before", .responsible),
        stage("on the day", .responsible),
        stage("5 wd after", .responsible, .deputy),
        stage("10 wd after", .director),
        stage("20 wd after", .headOffice),
    ]

    private static func stage(_ timing: String, _ roles: RecipientRole...) -> NoticeStage {
        guard let timing = NoticeTiming(timing) else {
            preconditionFailure("«\(timing)» is not a time that a stage can have.")
        }
        return NoticeStage(at: timing, to: roles)
    }

    private static func date(_ text: String) -> MonthDay {
        guard let date = MonthDay(text) else {
            preconditionFailure("«\(text)» is not a month and day such as 12-24.")
        }
        return date
    }
}
