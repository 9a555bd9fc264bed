/// Texts of the page of somebody's own settings.
enum MySettingsWords {
    static let texts: [String: Wording] = [
        "shortcuts": Wording("Tastatursnarveier", "Tastatursnarvegar", "Keyboard shortcuts"),
        "shortcuts_hint": Wording(
            "Enkeltbokstaver som / for søk, n for loggen, j og k for radene. Valget gjelder "
                + "denne nettleseren.",
            "Enkeltbokstavar som / for søk, n for loggen, j og k for radene. Valet gjeld "
                + "denne nettlesaren.",
            "Single letters such as / for search, n for the log, j and k for rows. The choice "
                + "is kept in this browser."),
        "shortcuts_on": Wording(
            "Bruk snarveier", "Bruk snarvegar", "Use shortcuts"),
        "about_me": Wording("Om deg", "Om deg", "About you"),
        "about_me_hint": Wording(
            "Er noe feil, kan en administrator rette det.",
            "Er noko feil, kan ein administrator rette det.",
            "If something is wrong, an administrator can correct it."),
        "user_name": Wording("Brukernavn", "Brukarnamn", "User name"),
        "full_name": Wording("Navn", "Namn", "Name"),
        "email": Wording("E-post", "E-post", "E-mail"),
        "unit": Wording("Enhet", "Eining", "Unit"),
        "role": Wording("Rolle", "Rolle", "Role"),
        "language": Wording("Språk", "Språk", "Language"),
        "language_hint": Wording(
            "Gjelder sidene og det vi sender deg på e-post.",
            "Gjeld sidene og det vi sender deg på e-post.",
            "Of the pages and of what is mailed to you."),
        "mail": Wording("E-post til deg", "E-post til deg", "Mail to you"),
        "mail_hint": Wording(
            "Høyst én e-post om dagen, med alt som er på tide. Den kommer tidligst når dagen er "
                + "planlagt.",
            "Høgst éin e-post om dagen, med alt som er på tide. Han kjem tidlegast når dagen er "
                + "planlagd.",
            "One mail a day at most, with everything that is due. It comes when the day has been "
                + "planned, at the earliest."),
        "mail_hour": Wording("Tidligst klokka", "Tidlegast klokka", "Not before"),
        "mail_hour_first": Wording(
            "Så snart dagen er planlagt", "Så snart dagen er planlagd",
            "As soon as the day is planned"),
        "mail_notices": Wording("Mine påminnelser", "Påminningane mine", "My reminders"),
        "change_password": Wording("Bytt passord", "Byt passord", "Change the password"),
        "password_where": Wording(
            "Bytter du passord, blir du logget ut alle andre steder.",
            "Byter du passord, blir du logga ut alle andre stader.",
            "When you change it, you are signed out everywhere else."),
        "current_password": Wording(
            "Passordet du har nå", "Passordet du har no", "Your present password"),
        "current_wrong": Wording(
            "Passordet du har nå er feil, eller det har vært for mange forsøk",
            "Passordet du har no er feil, eller det har vore for mange forsøk",
            "Your present password is wrong, or there have been too many tries"),
        "said_password": Wording(
            "Passordet er byttet, og du er logget ut alle andre steder.",
            "Passordet er bytt, og du er logga ut alle andre stader.",
            "The password is changed, and you are signed out everywhere else."),
        "tokens": Wording("Nøkler for programmer", "Nøklar for program", "API tokens"),
        "tokens_hint": Wording(
            "Et program som skal gjøre noe for deg, trenger en nøkkel.",
            "Eit program som skal gjere noko for deg, treng ein nøkkel.",
            "A program that is to work on your behalf needs a token."),
        "tokens_see": Wording(
            "Se nøklene dine", "Sjå nøklane dine", "See your tokens"),
        "sessions": Wording(
            "Her er du logget inn", "Her er du logga inn", "Where you are signed in"),
        "sessions_hint": Wording(
            "Kjenner du ikke igjen en innlogging, så avslutt den og bytt passord.",
            "Kjenner du ikkje igjen ei innlogging, så avslutt ho og byt passord.",
            "If you do not recognise a sign-in, end it and change your password."),
        "begun": Wording("Logget inn", "Logga inn", "Signed in"),
        "last_seen": Wording("Sist brukt", "Sist brukt", "Last used"),
        "method": Wording("Med", "Med", "With"),
        "method_password": Wording("passord", "passord", "password"),
        "method_provider": Wording(
            "innloggingstjeneste", "innloggingsteneste", "sign-in service"),
        "this_one": Wording("denne nettleseren", "denne nettlesaren", "this browser"),
        "end_session": Wording("Avslutt", "Avslutt", "End"),
        "end_others": Wording("Avslutt alle andre", "Avslutt alle andre", "End all others"),
        "said_session_ended": Wording(
            "Innloggingen er avsluttet.", "Innlogginga er avslutta.", "The sign-in is ended."),
    ]
}
