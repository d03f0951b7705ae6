// Makes the pages quicker to use; every one of them works without this.
"use strict";
(() => {
  const root = document.documentElement;

  // Light and dark, at once.
  for (const link of document.querySelectorAll("[data-theme-choice]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const theme = link.dataset.themeChoice;
      if (theme) root.dataset.theme = theme; else delete root.dataset.theme;
      for (const each of link.parentElement.children) each.removeAttribute("aria-current");
      link.setAttribute("aria-current", "true");
      fetch(link.href, { redirect: "manual", credentials: "same-origin" }).catch(() => {});
    });
  }

  // What a mark says, beside it, on hover and by keyboard.
  const note = document.getElementById("note");
  const tell = (mark) => {
    note.textContent = mark.dataset.says;
    note.hidden = false;
    const place = mark.getBoundingClientRect();
    const left = Math.min(place.left, root.clientWidth - note.offsetWidth - 12);
    const above = place.top - note.offsetHeight - 8;
    // Positions are set through the style object, which the content policy allows; the page holds no inline style.
    note.style.left = `${Math.max(8, left) + window.scrollX}px`;
    note.style.top = `${(above > 4 ? above : place.bottom + 8) + window.scrollY}px`;
  };
  const shown = (mark) => {
    const body = mark.closest(".body");
    if (!body || !body.id) return true;
    return [...body.classList].some((name) => name.startsWith("show-") && mark.classList.contains(`m-${name.slice(5)}`));
  };
  for (const mark of document.querySelectorAll("mark[data-says]")) {
    mark.removeAttribute("title");
    mark.setAttribute("aria-describedby", "note");
    const open = () => { if (shown(mark)) tell(mark); };
    const close = () => { note.hidden = true; };
    mark.addEventListener("mouseenter", open);
    mark.addEventListener("focus", open);
    mark.addEventListener("mouseleave", close);
    mark.addEventListener("blur", close);
  }
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") note.hidden = true; });

  // Layers of a report, without a new page; the address follows.
  const text = document.getElementById("text");
  const switches = [...document.querySelectorAll("[data-layer]")];
  const set = (layers) => {
    for (const each of switches) {
      const on = layers.includes(each.dataset.layer);
      text.classList.toggle(`show-${each.dataset.layer}`, on);
      each.classList.toggle("on", on);
      each.setAttribute("aria-checked", String(on));
    }
  };
  const layersOf = (address) => {
    const asked = new URL(address, location.href).searchParams.get("layers");
    return asked ? asked.split(",") : switches.map((each) => each.dataset.layer);
  };
  const go = (layers) => {
    const address = new URL(location.href);
    if (layers.length === switches.length) address.searchParams.delete("layers");
    else address.searchParams.set("layers", layers.join(",") || "none");
    history.pushState(null, "", address);
    set(layers);
  };
  for (const each of switches) {
    each.addEventListener("click", (event) => {
      event.preventDefault();
      const on = switches.filter((one) => (one === each) !== one.classList.contains("on"));
      go(on.map((one) => one.dataset.layer));
    });
    each.addEventListener("keydown", (event) => { if (event.key === " ") { event.preventDefault(); each.click(); } });
  }
  if (switches.length) window.addEventListener("popstate", () => set(layersOf(location.href)));

  // One key to join, part or skip.
  const judging = document.querySelector("form.judging");
  if (judging) {
    document.addEventListener("keydown", (event) => {
      if (event.target.matches("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
      const button = { j: "[value=join]", p: "[value=part]", s: "[data-key=s]" }[event.key];
      if (button) { event.preventDefault(); judging.querySelector(button).click(); }
    });
  }

  // On a phone the filters begin folded.
  const filters = document.querySelector("details.filters");
  if (filters && window.matchMedia("(max-width: 820px)").matches) filters.open = false;

  // Contacts of the picture and of the list point at each other.
  const rows = new Map([...document.querySelectorAll("table.contacts .day a")].map((a) => [a.getAttribute("href"), a.closest("tr")]));
  for (const link of document.querySelectorAll("svg.chart a[href^='/contacts/']")) {
    const row = rows.get(link.getAttribute("href"));
    if (!row) continue;
    link.addEventListener("mouseenter", () => row.classList.add("lit"));
    link.addEventListener("mouseleave", () => row.classList.remove("lit"));
  }
})();
