/// What error pages say: what happened, and what to do.
enum ErrorWords {
    static let texts: [String: Wording] = [
        "error_request": Wording(
            "Oppgi {0} når du melder fra.", "Oppgi {0} når du melder frå.",
            "Give {0} when you report it."),
        "to_start": Wording("Til Min dag", "Til Min dag", "To My day"),
        "e400_title": Wording(
            "Vi kunne ikke lese det du sendte", "Vi kunne ikkje lese det du sende",
            "What you sent could not be read"),
        "e400_what": Wording(
            "Skjemaet eller adressen er ikke slik sidene lager dem.",
            "Skjemaet eller adressa er ikkje slik sidene lagar dei.",
            "The form or the address is not as these pages make them."),
        "e400_do": Wording(
            "Gå tilbake, last siden på nytt og prøv igjen.",
            "Gå tilbake, last sida på nytt og prøv igjen.",
            "Go back, reload the page and try again."),
        "e401_title": Wording(
            "Du er logget ut", "Du er logga ut", "You are signed out"),
        "e401_what": Wording(
            "Økten din er over, så det du sendte er ikke lagret ennå. Teksten din står under.",
            "Økta di er over, så det du sende er ikkje lagra enno. Teksten din står under.",
            "Your session is over, so what you sent is not saved yet. Your text is below."),
        "e401_do": Wording(
            "Logg inn igjen for å gå videre.", "Logg inn igjen for å gå vidare.",
            "Sign in again to go on."),
        "e403_title": Wording(
            "Du har ikke tilgang til dette", "Du har ikkje tilgang til dette",
            "You have no access to this"),
        "e403_what": Wording(
            "Rollen din gir ikke rett til å gjøre dette for denne enheten.",
            "Rolla di gjev ikkje rett til å gjere dette for denne eininga.",
            "Your role does not give the right to do this for this unit."),
        "e403_do": Wording(
            "Be den som har ansvar for avtalen om å gjøre det, eller en administrator om "
                + "en annen rolle.",
            "Be den som har ansvar for avtalen om å gjere det, eller ein administrator om "
                + "ei anna rolle.",
            "Ask whoever is responsible for the agreement to do it, or an administrator for "
                + "another role."),
        "eform_title": Wording(
            "Skjemaet er for gammelt", "Skjemaet er for gammalt", "The form is too old"),
        "eform_what": Wording(
            "Skjemaet ble laget for en annen økt, eller det kom fra et annet nettsted. "
                + "Ingenting er lagret.",
            "Skjemaet vart laga for ei anna økt, eller det kom frå ein annan nettstad. "
                + "Ingenting er lagra.",
            "The form was made for another session, or it came from another site. Nothing was "
                + "saved."),
        "eform_do": Wording(
            "Gå tilbake, last siden på nytt og send skjemaet igjen.",
            "Gå tilbake, last sida på nytt og send skjemaet igjen.",
            "Go back, reload the page and send the form again."),
        "e404_title": Wording("Siden finnes ikke", "Sida finst ikkje", "There is no such page"),
        "e404_what": Wording(
            "Adressen fører ikke til noe i registeret.",
            "Adressa fører ikkje til noko i registeret.",
            "The address leads to nothing in the register."),
        "e404_do": Wording(
            "Se om adressen er skrevet riktig, eller søk etter avtalen.",
            "Sjå om adressa er rett skriven, eller søk etter avtalen.",
            "See whether the address is written correctly, or search for the agreement."),
        "e405_title": Wording(
            "Adressen brukes ikke slik", "Adressa blir ikkje brukt slik",
            "The address is not used that way"),
        "e405_what": Wording(
            "Siden finnes, men den tar ikke imot det nettleseren sendte. Ingenting er lagret.",
            "Sida finst, men ho tek ikkje imot det nettlesaren sende. Ingenting er lagra.",
            "The page is there, but does not take what the browser sent. Nothing was saved."),
        "e405_do": Wording(
            "Gå til siden fra menyen eller avtalen, og bruk skjemaet der.",
            "Gå til sida frå menyen eller avtalen, og bruk skjemaet der.",
            "Go to the page from the menu or the agreement, and use its form."),
        "e409_title": Wording(
            "Det går ikke lenger", "Det går ikkje lenger", "That cannot be done any more"),
        "e409_what": Wording(
            "Noen har endret det du arbeidet med, så registeret sier nei. Ingenting er lagret.",
            "Nokon har endra det du arbeidde med, så registeret seier nei. Ingenting er lagra.",
            "Somebody has changed what you were working on, so the register refuses. Nothing was "
                + "saved."),
        "e409_do": Wording(
            "Gå tilbake, last siden på nytt og se hva som er endret.",
            "Gå tilbake, last sida på nytt og sjå kva som er endra.",
            "Go back, reload the page and see what has changed."),
        "e413_title": Wording("Filen er for stor", "Fila er for stor", "The file is too large"),
        "e413_what": Wording(
            "Det du sendte er større enn siden tar imot. Ingenting er lagret.",
            "Det du sende er større enn sida tek imot. Ingenting er lagra.",
            "What you sent is larger than the page takes. Nothing was saved."),
        "e413_do": Wording(
            "Gå tilbake og velg en fil på {0} MB eller mindre.",
            "Gå tilbake og vel ei fil på {0} MB eller mindre.",
            "Go back and choose a file of {0} MB or less."),
        "e429_title": Wording("For mange forsøk", "For mange forsøk", "Too many tries"),
        "e429_what": Wording(
            "Det har kommet for mange forsøk på kort tid.",
            "Det har kome for mange forsøk på kort tid.",
            "There have been too many tries within a short time."),
        "e429_do": Wording(
            "Vent {0} minutter og prøv igjen.", "Vent {0} minutt og prøv igjen.",
            "Wait {0} minutes and try again."),
        "e500_title": Wording(
            "Noe gikk galt hos oss", "Noko gjekk gale hos oss", "Something went wrong"),
        "e500_what": Wording(
            "Siden kunne ikke lages. Feilen er logget.",
            "Sida kunne ikkje lagast. Feilen er logga.",
            "The page could not be made. The error has been logged."),
        "e500_do": Wording(
            "Prøv igjen. Meld fra til drift om det skjer på nytt.",
            "Prøv igjen. Meld frå til drift om det skjer på nytt.",
            "Try again. Tell operations if it happens again."),
        "e503_title": Wording(
            "Registeret er opptatt", "Registeret er oppteke", "The register is busy"),
        "e503_what": Wording(
            "En stor jobb holder registeret akkurat nå. Ingenting er lagret.",
            "Ein stor jobb held registeret akkurat no. Ingenting er lagra.",
            "A large job holds the register just now. Nothing was saved."),
        "e503_do": Wording(
            "Vent et minutt, gå tilbake og prøv igjen.",
            "Vent eit minutt, gå tilbake og prøv igjen.",
            "Wait a minute, go back and try again."),
    ]
}
