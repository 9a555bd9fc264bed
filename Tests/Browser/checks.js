// Checks of a laid-out page; each answers sentences about what is wrong, none when all is well.
(() => {
  const name = (element) => {
    const id = element.id ? "#" + element.id : "";
    const kind = element.classList && element.classList.length ? "." + element.classList[0] : "";
    return element.tagName.toLowerCase() + id + kind;
  };

  const shown = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const style = getComputedStyle(each);
      if (style.display === "none" || style.visibility === "hidden") return false;
      const box = each.getBoundingClientRect();
      // What only a screen reader is to have is one pixel large, or clipped away.
      if (box.width <= 2 && box.height <= 2) return false;
      if (style.clip !== "auto" && style.position === "absolute") return false;
      if (style.clipPath.startsWith("inset(50%")) return false;
      if (each.tagName === "DETAILS" && !each.open && each !== element
          && !element.closest("summary")) return false;
    }
    return true;
  };

  // The nearest element that draws an edge, clips or scrolls.
  const box = (element) => {
    for (let each = element; each && each !== document.documentElement; each = each.parentElement) {
      const style = getComputedStyle(each);
      if (style.position === "fixed") return null;
      if (each.tagName.toLowerCase() === "svg") return { element: each, style };
      if (style.display === "inline") continue;
      const edge = parseFloat(style.borderRightWidth) > 0 || parseFloat(style.borderBottomWidth) > 0;
      const fill = style.backgroundColor !== "rgba(0, 0, 0, 0)" && each !== document.body;
      if (edge || fill || style.overflowX !== "visible" || style.overflowY !== "visible")
        return { element: each, style };
    }
    return null;
  };

  const texts = function* () {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const text = walk.currentNode;
      const parent = text.parentElement;
      if (text.data.trim() && !["SCRIPT", "STYLE", "OPTION", "TITLE", "DESC"].includes(parent.tagName)
          && shown(parent)) yield text;
    }
  };

  const overflowing = () => {
    const wrong = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth + 1) {
      const wide = [...document.body.querySelectorAll("*")].filter((each) =>
        each.getBoundingClientRect().right > root.clientWidth + 1 && shown(each)).slice(0, 4);
      wrong.push(`the page is ${root.scrollWidth} px wide in ${root.clientWidth} px: `
        + wide.map(name).join(", "));
    }
    for (const text of texts()) {
      const range = document.createRange();
      range.selectNodeContents(text);
      const around = box(text.parentElement);
      if (!around) continue;
      const edge = around.element.getBoundingClientRect();
      const scrolls = (value) => value === "auto" || value === "scroll";
      for (const line of range.getClientRects()) {
        const right = !scrolls(around.style.overflowX) && line.right > edge.right + 1.5;
        const left = !scrolls(around.style.overflowX) && line.left < edge.left - 1.5;
        const low = !scrolls(around.style.overflowY) && line.top > edge.bottom - 1.5;
        if (right || left || low) {
          wrong.push(`«${text.data.trim().slice(0, 40)}» leaves ${name(around.element)}`);
          break;
        }
      }
    }
    return wrong;
  };

  // A label cut by an ellipsis, or a control too narrow for what stands in it.
  const cut = () => [...document.querySelectorAll("button, a, th, td, label, legend, h1, h2, h3")]
    .filter((each) => shown(each) && getComputedStyle(each).overflowX === "hidden"
      && each.scrollWidth > each.clientWidth + 1)
    .map((each) => `${name(each)} cuts «${each.textContent.trim().slice(0, 40)}»`);

  const landmarks = () => {
    const wrong = [];
    const count = (selector) => document.querySelectorAll(selector).length;
    if (!document.title.trim()) wrong.push("has no title");
    if (count("h1") !== 1) wrong.push(`has ${count("h1")} h1`);
    if (count("main") !== 1) wrong.push(`has ${count("main")} main`);
    const first = document.querySelector("a[href], button, input, select, textarea");
    const target = first && first.hash ? document.getElementById(first.hash.slice(1)) : null;
    if (!target || !(target.matches("main") || target.closest("main")))
      wrong.push("does not begin with a link to its main part");
    if (!document.querySelector('footer a[href*="accessibility"]'))
      wrong.push("has no link to the accessibility statement in its footer");
    if (count("[style]") || count("style"))
      wrong.push("has style in its markup: " + name(document.querySelector("[style], style")));
    if (count("script:not([src])")) wrong.push("has a script in its markup");
    const handled = [...document.querySelectorAll("*")].filter((each) =>
      each.getAttributeNames().some((attribute) => attribute.startsWith("on")));
    if (handled.length) wrong.push("handles events in its markup: " + name(handled[0]));
    return wrong;
  };

  const focus = () => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const style = getComputedStyle(at);
    const line = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
    const seen = line || style.boxShadow !== "none";
    const place = at.getBoundingClientRect();
    const x = Math.min(Math.max(place.left + place.width / 2, 1), innerWidth - 2);
    const y = Math.min(Math.max(place.top + place.height / 2, 1), innerHeight - 2);
    const top = document.elementFromPoint(x, y);
    const covered = place.width > 0 && top && top !== at && !at.contains(top) && !top.contains(at)
      && !(at.labels && [...at.labels].some((label) => label.contains(top)));
    return { name: name(at) + " «" + (at.textContent || at.value || "").trim().slice(0, 30) + "»",
      seen, covered: covered ? name(top) : "" };
  };

  return { overflowing, cut, landmarks, focus };
})()
