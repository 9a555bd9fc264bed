/// Texts of the pages about programs' tokens.
enum TokenWords {
    static let texts: [String: Wording] = [
        "tokens_intro": Wording(
            "Et program viser nøkkelen sin ved hvert kall, og kan det samme som rollen i enheten.",
            "Eit program viser nøkkelen sin ved kvart kall, og kan det same som rolla i eininga.",
            "A program shows its token with each call, and may do what the role may in the unit."),
        "tokens_none": Wording(
            "Det er ingen nøkler.", "Det er ingen nøklar.", "There are no tokens."),
        "token_name": Wording("Hva nøkkelen er til", "Kva nøkkelen er til", "What it is for"),
        "token_name_hint": Wording(
            "Slik at du kjenner den igjen, for eksempel «Styringsverktøyet»",
            "Slik at du kjenner han igjen, til dømes «Styringsverktøyet»",
            "So that you recognise it, such as “The dashboard”"),
        "token_made_by": Wording("Laget av", "Laga av", "Made by"),
        "token_expires": Wording("Utløper", "Går ut", "Expires"),
        "token_state": Wording("Status", "Status", "State"),
        "token_holds": Wording("gjelder", "gjeld", "holds"),
        "token_expired": Wording("utløpt", "gått ut", "expired"),
        "token_revoked": Wording("trukket tilbake", "trekt tilbake", "revoked"),
        "token_revoke": Wording("Trekk tilbake", "Trekk tilbake", "Revoke"),
        "said_token_revoked": Wording(
            "Nøkkelen er trukket tilbake.", "Nøkkelen er trekt tilbake.",
            "The token is revoked."),
        "token_new": Wording("Ny nøkkel", "Ny nøkkel", "New token"),
        "token_make": Wording("Lag nøkkel", "Lag nøkkel", "Make the token"),
        "token_days": Wording(
            "Dager den gjelder, 1 til 366", "Dagar han gjeld, 1 til 366",
            "Days that it holds, 1 to 366"),
        "token_role_hint": Wording(
            "Gi ikke mer enn programmet trenger: revisor leser alt og skriver ingenting.",
            "Gje ikkje meir enn programmet treng: revisor les alt og skriv ingenting.",
            "Give no more than the program needs: an auditor reads everything and writes nothing."),
        "token_own_rights": Wording(
            "Nøkkelen får de samme rettighetene som du har.",
            "Nøkkelen får dei same rettane som du har.",
            "The token gets the same rights as you have."),
        "token_made": Wording(
            "Nøkkelen til {0} er laget ({1}).", "Nøkkelen til {0} er laga ({1}).",
            "The token for {0} is made ({1})."),
        "token_secret": Wording("Nøkkel", "Nøkkel", "Token"),
        "token_hint": Wording(
            "Nøkkelen vises bare nå. Legg den der programmet henter hemmelighetene sine.",
            "Nøkkelen blir vist berre no. Legg han der programmet hentar løyndomane sine.",
            "The token is shown this once. Put it where the program keeps its secrets."),
    ]
}
