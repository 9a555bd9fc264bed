// What saves a person time; every page works without it.
"use strict";
(() => {
  // Keys: / goes to the search, n to the log line; j and k walk through rows, Enter opens.
  const isTyping = (element) =>
    element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
  // Single letters are switched off by whoever wants to (WCAG 2.1.4), on «My settings».
  const areOff = () => localStorage.getItem("avtalt-keys") === "off";
  const rows = () => [...document.querySelectorAll("[data-row]")];
  document.addEventListener("keydown", (event) => {
    if (areOff()) return;
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === "/") {
      event.preventDefault();
      (document.querySelector("[data-find]") || document.getElementById("find"))?.focus();
    } else if (event.key === "n") {
      const line = document.querySelector("[data-log]");
      if (line) { event.preventDefault(); line.focus(); }
    } else if (event.key === "j" || event.key === "k") {
      const all = rows();
      const at = all.findIndex((row) => row.contains(document.activeElement));
      const next = all[at + (event.key === "j" ? 1 : -1)];
      if (next) { event.preventDefault(); next.querySelector("a, button")?.focus(); }
    } else {
      const row = document.activeElement?.closest?.("[data-row]");
      const target = row?.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
      if (target) { event.preventDefault(); target.click(); }
    }
  });

  // A form that is sent is not sent twice.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    setTimeout(() => delete form.dataset.sent, 5000);
  });

  // Find as you type: the part that [data-live] names is fetched anew and put in place, unless the
  // whole page is asked for meanwhile.
  document.querySelectorAll("form[data-live]").forEach((form) => {
    let timer, request;
    form.addEventListener("submit", () => {
      clearTimeout(timer);
      request?.abort();
    });
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        request?.abort();
        request = new AbortController();
        const values = [...new FormData(form)].filter(([, value]) => value !== "");
        const address = `${form.action}?${new URLSearchParams(values)}`;
        try {
          const answer = await fetch(address, { signal: request.signal });
          if (!answer.ok || answer.redirected) return;
          const page = new DOMParser().parseFromString(await answer.text(), "text/html");
          const part = document.getElementById(form.dataset.live);
          const fresh = page.getElementById(form.dataset.live);
          if (part && fresh) part.replaceWith(fresh);
          history.replaceState(null, "", address);
        } catch (error) {
          if (error.name !== "AbortError") form.submit();
        }
      }, 150);
    });
  });

  // What is chosen takes effect at once in forms that only choose what is shown.
  document.querySelectorAll("form[data-choose] select").forEach((select) =>
    select.addEventListener("change", () => select.form.requestSubmit()));

  // A box that ticks all of its table.
  document.querySelectorAll("[data-all]").forEach((all) =>
    all.addEventListener("change", () => all.closest("form")
      .querySelectorAll(`input[name="${CSS.escape(all.dataset.all)}"]`)
      .forEach((box) => { box.checked = all.checked; })));

  document.querySelectorAll("[data-shortcuts]").forEach((place) => {
    const box = place.querySelector("input");
    place.hidden = false;
    box.checked = !areOff();
    box.addEventListener("change", () =>
      localStorage.setItem("avtalt-keys", box.checked ? "on" : "off"));
  });

  document.getElementById("errors")?.focus();
})();
