import Testing

/// A folder with a row or two in each file, which tests spoil in one place.
enum SmallFolder {
    static let files: [String: String] = [
        "counties.csv": "number,name,region\n18,Nordland,nord\n",
        "municipalities.csv": """
        number,name,county_number,valid_to,successors
        1804,Bodø,18,,
        1850,Tysfjord,18,2019-12-31,1804

        """,
        "users.csv": """
        id,name,email,unit,role,active,leave_from,leave_to
        nord.sb1,Saksbehandler 1,sb1@avtalt.example,nord,caseworker,ja,,

        """,
        "parties.csv": """
        id,name,kind,level,municipality_number,org_number
        K1804,Bodø,municipality,municipal,1804,987 879 696

        """,
        "contacts.csv": "party,name,role,email\nK1804,Rådmannen,leder,post@bodo.example\n",
        "agreements.csv": agreements(
            "NORD-2012-001,Bodø,avtale,municipal,nord,K1804,settlement,2012-01-01,2012-01-01,"
                + "2014-12-31,nord.sb1,active,,"),
        "commitments.csv": "id,agreement,by,text,measurable\nc1,NORD-2012-001,both,Møtes,true\n",
        "plans.csv": "agreement,year,status,adopted_on\nNORD-2012-001,2013,adopted,2013-01-01\n",
        "measures.csv": """
        id,agreement,year,title,by,due_on,status,done_on
        m1,NORD-2012-001,2013,Kurs,imdi,2013-05-01,done,2013-04-30

        """,
        "meetings.csv": """
        id,agreement,level,first_planned_on,status,held_on
        t1,NORD-2012-001,strategic,2013-03-01,held,2013-03-04

        """,
        "postponements.csv": "meeting,decided_on,to\nt1,2013-02-01,2013-03-04\n",
        "followups.csv": """
        id,agreement,meeting,title,by,due_on,status
        f1,NORD-2012-001,t1,Referat,imdi,2013-04-01,open

        """,
        "activities.csv": """
        id,agreement,party,on,kind,participants
        a1,,K1804,2013-02-03,visit,12

        """,
        "evaluations.csv": """
        agreement,year,status,approved_on
        NORD-2012-001,2012,approved,2013-01-20

        """,
        "scores.csv": "agreement,year,side,dimension,score\nNORD-2012-001,2012,imdi,overall,5\n",
        "settlement.csv": "municipality_number,year,month,settled\n1804,2013,1,4\n",
        "grants.csv": """
        municipality_number,agreement,scheme,year,amount
        1804,,jobbsjansen,2013,1 200 000
        1804,,jobbsjansen,2013,300000

        """,
        "targets.csv": "unit,year,indicator,value\ntotal,2013,plan_coverage,\"0,9\"\n",
    ]

    static func agreements(_ rows: String...) -> String {
        ([
            "id,title,designation,kind,owner,parties,areas,signed_on,valid_from,valid_to,"
                + "responsible,status,ended_on,renews"
        ] + rows).joined(separator: "\n") + "\n"
    }
}

/// One place of the small folder, spoilt, and the one sentence that answers it.
struct Spoilt: Sendable, CustomTestStringConvertible {
    let file: String
    let good: String
    let bad: String
    let fault: String

    init(_ file: String, _ good: String, _ bad: String, _ fault: String) {
        self.file = file
        self.good = good
        self.bad = bad
        self.fault = fault
    }

    var testDescription: String { fault }
}
