/// Texts of coming in and going out.
enum SignInWords {
    static let texts = coming.merging(passwords) { first, _ in first }
        .merging(provider) { first, _ in first }

    private static let coming: [String: Wording] = [
        "name": Wording("Brukernavn", "Brukarnamn", "User name"),
        "name_hint": Wording(
            "Brukernavnet ditt eller jobbadressen din", "Brukarnamnet ditt eller jobbadressa di",
            "Your user name or your work e-mail address"),
        "password": Wording("Passord", "Passord", "Password"),
        "refused": Wording(
            "Brukernavnet eller passordet er feil, eller kontoen er ikke i bruk.",
            "Brukarnamnet eller passordet er feil, eller kontoen er ikkje i bruk.",
            "The user name or the password is wrong, or the account is not in use."),
        "wait_seconds": Wording(
            "Det har vært for mange forsøk. Prøv igjen om {0} sekunder.",
            "Det har vore for mange forsøk. Prøv igjen om {0} sekund.",
            "There have been too many tries. Try again in {0} seconds."),
        "wait_minutes": Wording(
            "Det har vært for mange forsøk. Prøv igjen om {0} minutter.",
            "Det har vore for mange forsøk. Prøv igjen om {0} minutt.",
            "There have been too many tries. Try again in {0} minutes."),
        "no_access": Wording(
            "Har du ikke tilgang, eller har du glemt passordet? Be en administrator om en "
                + "invitasjon.",
            "Har du ikkje tilgang, eller har du gløymt passordet? Be ein administrator om ein "
                + "invitasjon.",
            "No access, or forgotten your password? Ask an administrator for an invitation."),
        "session_over": Wording(
            "Økten din er over", "Økta di er over", "Your session is over"),
        "session_over_hint": Wording(
            "Det du sendte, er ikke lagret ennå. Logg inn, så kan du sende det på nytt.",
            "Det du sende, er ikkje lagra enno. Logg inn, så kan du sende det på nytt.",
            "What you sent is not saved yet. Sign in, and you can send it again."),
        "you_had_typed": Wording(
            "Dette hadde du skrevet", "Dette hadde du skrive", "This is what you had written"),
        "send_again": Wording(
            "Du er logget inn igjen", "Du er logga inn igjen", "You are signed in again"),
        "send_again_hint": Wording(
            "Dette er ikke lagret ennå. Vil du sende det?",
            "Dette er ikkje lagra enno. Vil du sende det?",
            "This is not saved yet. Do you want to send it?"),
        "send_again_button": Wording("Send på nytt", "Send på nytt", "Send again"),
        "signed_out": Wording("Du er logget ut", "Du er logga ut", "You are signed out"),
        "not_signed_in": Wording(
            "Du ble ikke logget inn", "Du vart ikkje logga inn", "You were not signed in"),
        "sign_in_again": Wording("Logg inn igjen", "Logg inn igjen", "Sign in again"),
        "invitation": Wording(
            "Velkommen til Avtalt", "Velkomen til Avtalt", "Welcome to Avtalt"),
        "welcome": Wording(
            "Hei, {0}. Du er invitert til å logge inn.",
            "Hei, {0}. Du er invitert til å logge inn.",
            "Hello, {0}. You are invited to sign in."),
        "your_name": Wording(
            "Brukernavnet ditt er {0}.", "Brukarnamnet ditt er {0}.", "Your user name is {0}."),
        "set_password": Wording(
            "Lagre passordet og logg inn", "Lagre passordet og logg inn",
            "Save the password and sign in"),
    ]

    /// Also of the page where a password is changed.
    static let passwords: [String: Wording] = [
        "new_password": Wording("Nytt passord", "Nytt passord", "New password"),
        "new_password_hint": Wording(
            "Minst {0} tegn. Fire ord som ikke hører sammen, er lettere å huske enn tegn og tall.",
            "Minst {0} teikn. Fire ord som ikkje høyrer saman, er lettare å hugse enn "
                + "teikn og tal.",
            "At least {0} characters. Four words that do not belong together are easier to "
                + "remember than signs and digits."),
        "password_again": Wording(
            "Nytt passord en gang til", "Nytt passord ein gong til", "New password once more"),
        "password_differs": Wording(
            "Nytt passord en gang til er ikke det samme som nytt passord",
            "Nytt passord ein gong til er ikkje det same som nytt passord",
            "New password once more is not the same as new password"),
        "password_short": Wording(
            "Nytt passord må ha minst {0} tegn", "Nytt passord må ha minst {0} teikn",
            "New password must have at least {0} characters"),
        "password_long": Wording(
            "Nytt passord kan ha {0} tegn", "Nytt passord kan ha {0} teikn",
            "New password may have {0} characters"),
        "password_even": Wording(
            "Nytt passord har for få ulike tegn eller tegn på rekke. Velg ord i stedet",
            "Nytt passord har for få ulike teikn eller teikn på rekkje. Vel ord i staden",
            "New password has too few different characters, or characters in a row. Choose words "
                + "instead"),
        "password_own": Wording(
            "Nytt passord er for likt navnet eller adressen din",
            "Nytt passord er for likt namnet eller adressa di",
            "New password is too much like your name or address"),
        "password_common": Wording(
            "Nytt passord er et av dem som blir prøvd først. Velg noe andre ikke tenker på",
            "Nytt passord er eit av dei som blir prøvde først. Vel noko andre ikkje tenkjer på",
            "New password is one of those that are tried first. Choose something that others do "
                + "not think of"),
    ]

    private static let provider: [String: Wording] = [
        "sign_in_with": Wording("Logg inn med {0}", "Logg inn med {0}", "Sign in with {0}"),
        "sign_out_with": Wording(
            "Logg ut av {0} også", "Logg ut av {0} òg", "Sign out of {0} too"),
        "sign_out_with_hint": Wording(
            "På en maskin som flere bruker, bør du gjøre det.",
            "På ei maskin som fleire bruker, bør du gjere det.",
            "On a machine that others use as well you should."),
        "provider_unknown": Wording(
            "Innloggingen gikk bra, men du har ikke tilgang til Avtalt ennå. Be en administrator "
                + "om en invitasjon, og åpne lenken i den.",
            "Innlogginga gjekk bra, men du har ikkje tilgang til Avtalt enno. Be ein administrator "
                + "om ein invitasjon, og opne lenkja i han.",
            "You are known, but have no access to Avtalt yet. Ask an administrator for an "
                + "invitation, and open its link."),
        "provider_again": Wording(
            "Innloggingen tok for lang tid eller ble startet i en annen nettleser. Prøv igjen.",
            "Innlogginga tok for lang tid eller vart starta i ein annan nettlesar. Prøv igjen.",
            "The sign-in took too long or was begun in another browser. Try again."),
        "provider_broken_off": Wording(
            "Innloggingen ble avbrutt.", "Innlogginga vart avbroten.",
            "The sign-in was broken off."),
        "provider_away": Wording(
            "Innloggingstjenesten svarer ikke nå. Prøv igjen om litt.",
            "Innloggingstenesta svarer ikkje no. Prøv igjen om litt.",
            "The sign-in service does not answer now. Try again in a while."),
        "provider_bad": Wording(
            "Innloggingstjenesten svarte noe vi ikke kan godta. Si fra til en administrator.",
            "Innloggingstenesta svarte noko vi ikkje kan godta. Sei frå til ein administrator.",
            "The sign-in service answered what cannot be accepted. Tell an administrator."),
    ]
}
