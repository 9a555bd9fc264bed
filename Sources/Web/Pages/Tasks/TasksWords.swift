/// Texts of the pages for operators.
enum TasksWords {
    static let texts: [String: Wording] = page.merging(states) { first, _ in first }
        .merging(events) { first, _ in first }
        .merging(steering) { first, _ in first }
        .merging(kinds) { first, _ in first }

    private static let page: [String: Wording] = [
        "title": Wording("Drift", "Drift", "Operations"),
        "task_title": Wording("Oppgave {0}", "Oppgåve {0}", "Task {0}"),
        "intro": Wording(
            "Her ser du det som systemet gjør av seg selv: sender påminnelser, åpner evalueringer "
                + "og lager rapporter.",
            "Her ser du det som systemet gjer av seg sjølv: sender påminningar, opnar "
                + "evalueringar og lagar rapportar.",
            "This is what the system does by itself: it sends reminders, opens evaluations and "
                + "makes reports."),
        "health": Wording("Slik står det til", "Slik står det til", "How things are"),
        "well": Wording(
            "Ingenting har stanset.", "Ingenting har stoppa.", "Nothing has stopped."),
        "unwell": Wording(
            "{0} oppgaver har stanset og venter på noen.",
            "{0} oppgåver har stoppa og ventar på nokon.",
            "{0} tasks have stopped and wait for somebody."),
        "unwell_one": Wording(
            "1 oppgave har stanset og venter på noen.", "1 oppgåve har stoppa og ventar på nokon.",
            "1 task has stopped and waits for somebody."),
        "never_run": Wording(
            "Koordinatoren har ikke vært startet.", "Koordinatoren har ikkje vore starta.",
            "The coordinator has never been started."),
        "coordinator": Wording("Koordinator", "Koordinator", "Coordinator"),
        "since": Wording("{0}, siden {1}", "{0}, sidan {1}", "{0}, since {1}"),
        "due_now": Wording("Skulle vært i gang", "Skulle vore i gang", "Due and not begun"),
        "oldest_due": Wording("Eldste fra {0}", "Eldste frå {0}", "Oldest from {0}"),
        "running": Wording("I arbeid", "I arbeid", "Being done"),
        "queues": Wording("Køer", "Køar", "Queues"),
        "no_queues": Wording("Køene er tomme.", "Køane er tomme.", "The queues are empty."),
        "worker": Wording("Arbeider", "Arbeidar", "Worker"),
        "depth": Wording("I køen", "I køen", "Waiting"),
        "oldest": Wording("Eldste", "Eldste", "Oldest"),
        "tasks": Wording("Oppgaver", "Oppgåver", "Tasks"),
        "which": Wording("Hvilke oppgaver", "Kva oppgåver", "Which tasks"),
        "tab_attention": Wording("Trenger noen", "Treng nokon", "Needing somebody"),
        "tab_waiting": Wording("Planlagt", "Planlagt", "Planned"),
        "tab_queued": Wording("På køen", "På køen", "On the queue"),
        "tab_over": Wording("Ferdig", "Ferdig", "Over"),
        "tab_all": Wording("Alle", "Alle", "All"),
        "no_tasks": Wording(
            "Det er ingen slike oppgaver.", "Det er ingen slike oppgåver.",
            "There are no such tasks."),
        "kind": Wording("Hva", "Kva", "What"),
        "all_kinds": Wording("Alt", "Alt", "Everything"),
        "subject": Wording("Gjelder", "Gjeld", "About"),
        "unit": Wording("Enhet", "Eining", "Unit"),
        "state": Wording("Tilstand", "Tilstand", "State"),
        "due": Wording("Skal gjøres", "Skal gjerast", "Due"),
        "attempt": Wording("Forsøk", "Forsøk", "Attempt"),
        "reason": Wording("Grunn", "Grunn", "Reason"),
        "facts": Wording("Om oppgaven", "Om oppgåva", "About the task"),
        "id": Wording("Nummer", "Nummer", "Number"),
        "crashes": Wording("Avbrutte forsøk", "Avbrotne forsøk", "Attempts cut short"),
        "expires": Wording("Må være gjort før", "Må vere gjort før", "To be done before"),
        "at_work": Wording(
            "{0} er i gang, siden {1}", "{0} er i gang, sidan {1}", "{0} is at it, since {1}"),
        "history": Wording("Historikk", "Historikk", "History"),
        "when": Wording("Når", "Når", "When"),
        "what": Wording("Hendelse", "Hending", "Event"),
        "waited": Wording("Ventet", "Venta", "Waited"),
        "ran": Wording("Brukte", "Brukte", "Took"),
        "milliseconds": Wording("{0} ms", "{0} ms", "{0} ms"),
    ]

    private static let states: [String: Wording] = [
        "state_planned": Wording("Planlagt", "Planlagd", "Planned"),
        "state_published": Wording("På køen", "På køen", "On the queue"),
        "state_retrying": Wording("Prøves igjen", "Blir prøvd igjen", "To be retried"),
        "state_done": Wording("Gjort", "Gjord", "Done"),
        "state_dead": Wording("Ga opp", "Gav opp", "Gave up"),
        "state_quarantined": Wording("Satt til side", "Sett til side", "Set aside"),
        "state_cancelled": Wording("Avlyst", "Avlyst", "Cancelled"),
        "state_expired": Wording("Tiden gikk ut", "Tida gjekk ut", "Ran out of time"),
        "means_dead": Wording(
            "Alle forsøk er brukt. Rett grunnen, og prøv igjen.",
            "Alle forsøk er brukte. Rett grunnen, og prøv igjen.",
            "All attempts are used. Mend the reason and retry."),
        "means_quarantined": Wording(
            "Arbeideren stanset flere ganger mens den holdt på. Finn ut hvorfor før du prøver "
                + "igjen.",
            "Arbeidaren stoppa fleire gonger medan han heldt på. Finn ut kvifor før du prøver "
                + "igjen.",
            "The worker stopped several times while at it. Find out why before you retry."),
        "means_retrying": Wording(
            "Et forsøk gikk galt. Systemet prøver igjen av seg selv.",
            "Eit forsøk gjekk gale. Systemet prøver igjen av seg sjølv.",
            "An attempt went wrong. The system retries by itself."),
    ]

    private static let events: [String: Wording] = [
        "event_planned": Wording("Planlagt", "Planlagd", "Planned"),
        "event_published": Wording("Lagt på køen", "Lagd på køen", "Put on the queue"),
        "event_started": Wording("Begynt", "Byrja", "Begun"),
        "event_done": Wording("Gjort", "Gjord", "Done"),
        "event_retrying": Wording(
            "Gikk galt, prøves igjen", "Gjekk gale, blir prøvd igjen",
            "Went wrong, to be retried"),
        "event_dead": Wording("Gikk galt, ga opp", "Gjekk gale, gav opp", "Went wrong, gave up"),
        "event_crashed": Wording(
            "Arbeideren ble borte", "Arbeidaren vart borte", "The worker went missing"),
        "event_quarantined": Wording("Satt til side", "Sett til side", "Set aside"),
        "event_cancelled": Wording("Avlyst", "Avlyst", "Cancelled"),
        "event_expired": Wording("Tiden gikk ut", "Tida gjekk ut", "Ran out of time"),
        "event_handed_back": Wording("Gitt tilbake", "Gitt tilbake", "Handed back"),
        "event_kept": Wording("Beholdt", "Halden på", "Kept"),
        "event_rescued": Wording(
            "Lagt på køen igjen", "Lagd på køen igjen", "Put on the queue again"),
        "event_retried_by_hand": Wording(
            "Prøves igjen for hånd", "Blir prøvd igjen for hand", "Retried by hand"),
    ]

    private static let steering: [String: Wording] = [
        "retry": Wording("Prøv igjen", "Prøv igjen", "Retry"),
        "cancel_task": Wording("Avlys", "Avlys", "Cancel task"),
        "why": Wording("Hvorfor", "Kvifor", "Why"),
        "why_hint": Wording(
            "Står i historikken, for den som kommer etter.",
            "Står i historikken, for den som kjem etter.",
            "Is kept in the history, for whoever comes next."),
        "pauses": Wording("Pauser", "Pausar", "Pauses"),
        "no_pauses": Wording(
            "Ingenting er satt på pause.", "Ingenting er sett på pause.",
            "Nothing is paused."),
        "pause": Wording("Sett på pause", "Set på pause", "Pause"),
        "pause_hint": Wording(
            "Det som er på køen, blir gjort ferdig. Nytt venter til pausen er slutt.",
            "Det som er på køen, blir gjort ferdig. Nytt ventar til pausen er slutt.",
            "What is on the queue is done. What is new waits until the pause ends."),
        "pause_what": Wording("Hva som skal vente", "Kva som skal vente", "What is to wait"),
        "paused_since": Wording("Siden", "Sidan", "Since"),
        "resume": Wording("Sett i gang igjen", "Set i gang igjen", "Resume"),
        "resume_what": Wording(
            "Sett i gang igjen: {0}", "Set i gang igjen: {0}", "Resume: {0}"),
        "only_administrators": Wording(
            "Administratorer kan prøve igjen, avlyse og sette på pause.",
            "Administratorar kan prøve igjen, avlyse og setje på pause.",
            "Administrators can retry, cancel and pause."),
        "said_retried": Wording(
            "Oppgaven blir prøvd igjen nå.", "Oppgåva blir prøvd igjen no.",
            "The task is retried now."),
        "said_cancelled": Wording(
            "Oppgaven er avlyst.", "Oppgåva er avlyst.", "The task is cancelled."),
        "said_paused": Wording("Satt på pause.", "Sett på pause.", "Paused."),
        "said_resumed": Wording("Satt i gang igjen.", "Sett i gang igjen.", "Resumed."),
        "said_was_not_paused": Wording(
            "Det var ikke satt på pause.", "Det var ikkje sett på pause.", "It was not paused."),
        "refused_ended": Wording(
            "Oppgaven er {0} og kan ikke endres.", "Oppgåva er {0} og kan ikkje endrast.",
            "The task is {0} and cannot be changed."),
        "refused_too_late": Wording(
            "Oppgaven måtte vært gjort før {0}. Det den sier, gjelder kanskje ikke lenger. Det som "
                + "fortsatt gjelder, planlegges på nytt neste arbeidsdag.",
            "Oppgåva måtte ha vore gjord før {0}. Det ho seier, gjeld kanskje ikkje lenger. Det "
                + "som framleis gjeld, blir planlagt på nytt neste arbeidsdag.",
            "The task was to be done before {0}, and what it says may hold no more. What still "
                + "holds is planned afresh on the next working day."),
        "refused_not_now": Wording(
            "Systemet gjør oppgaven av seg selv. Ingenting er endret.",
            "Systemet gjer oppgåva av seg sjølv. Ingenting er endra.",
            "The system does the task by itself. Nothing is changed."),
    ]

    /// Of kinds and workers; dots are no part of a key.
    private static let kinds: [String: Wording] = [
        "kind_all": Wording("Alle oppgaver", "Alle oppgåver", "All tasks"),
        "kind_reminder": Wording("Påminnelser", "Påminningar", "Reminders"),
        "kind_evaluation": Wording("Evalueringer", "Evalueringar", "Evaluations"),
        "kind_report": Wording("Rapporter", "Rapportar", "Reports"),
        "kind_reminder_digest": Wording("Påminnelse", "Påminning", "Reminder"),
        "kind_reminder_letter": Wording("Brev", "Brev", "Letter"),
        "kind_evaluation_open": Wording(
            "Åpne evaluering", "Opne evaluering", "Open an evaluation"),
        "kind_evaluation_assess": Wording(
            "Vurdere evaluering", "Vurdere evaluering", "Assess an evaluation"),
        "kind_report_part": Wording(
            "Del av rapport", "Del av rapport", "Part of a report"),
        "kind_report_whole": Wording("Samlet rapport", "Samla rapport", "Whole report"),
    ]
}
