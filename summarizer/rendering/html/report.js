"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  // On a narrow screen a text covers the brief, so that nothing behind it may be reached.
  const narrow = matchMedia("(max-width: 46rem)");
  const canReveal = "onbeforematch" in root;
  // So many articles are filled in at once, for the browser's own search to find; of more, those that are looked at.
  const FILLED_AT_ONCE = 40;
  let shown = null; // the article that is open
  let opener = null; // the reference that opened it

  // ------------------------------------------------------------------------------- what waits in noscript

  // Long parts of the page stand in <noscript>, which a browser with scripts reads as one string: hundreds of articles
  // open in no time, and a browser without scripts shows them all. The string is this page's own escaped HTML.
  const fragment = (waiting) => {
    const template = document.createElement("template");
    template.innerHTML = waiting.textContent;
    return template.content;
  };

  const fill = (part) => {
    const waiting = part.querySelector(":scope > noscript[data-later]");
    if (waiting) waiting.replaceWith(fragment(waiting));
  };

  // ------------------------------------------------------------------------- an article beside the brief

  const targetOf = (hash) => {
    const article = /^#a\d+-/.test(hash) && document.getElementById(`${hash.slice(1).split("-")[0]}-text`);
    if (!article) return null;
    fill(article);
    const found = document.getElementById(hash.slice(1));
    return found && article.contains(found) ? found : null;
  };

  const setAside = (isAside) => {
    for (const part of document.querySelectorAll("body > .masthead, .contents, main, footer")) {
      part.inert = isAside && narrow.matches;
    }
  };

  const unmark = () => {
    for (const mark of document.querySelectorAll(".shown")) mark.classList.remove("shown");
    for (const ref of document.querySelectorAll(".ref[aria-current]")) ref.removeAttribute("aria-current");
  };

  // The brief gets narrower or wider beside a text: the line that one reads stays where it was.
  const keepingPlace = (line, change) => {
    const before = line?.getBoundingClientRect().top;
    change();
    if (line) scrollBy(0, line.getBoundingClientRect().top - before);
  };

  const uncover = (line, sheet) => {
    const { top, bottom } = line.getBoundingClientRect();
    const edge = sheet.getBoundingClientRect().top;
    if (edge > 0 && bottom > edge) scrollBy(0, top - edge / 2);
  };

  const open = (target) => {
    const article = target.closest(".reading");
    if (shown && shown !== article) fold(shown);
    shown = article;
    article.removeAttribute("hidden");
    keepingPlace(opener, () => {
      article.classList.add("open");
      root.classList.add("reads");
    });
    if (opener) uncover(opener, article);
    setAside(true);
    unmark();
    opener?.setAttribute("aria-current", "true");
    const place = target === article ? article.querySelector("h3") : target;
    if (target !== article) target.classList.add("shown");
    for (const part of article.querySelectorAll(`[data-part="${target.id}"]`)) part.classList.add("shown");
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
    if (target === article) article.scrollTop = 0;
    else place.scrollIntoView({ block: "center" });
  };

  const fold = (article) => {
    article.classList.remove("open");
    if (canReveal) article.setAttribute("hidden", "until-found");
  };

  const close = () => {
    if (!shown) return;
    const article = shown;
    const back = opener?.isConnected ? opener : document.querySelector(`a[href="#${article.id}"]`);
    shown = null;
    keepingPlace(opener, () => {
      fold(article);
      root.classList.remove("reads");
    });
    setAside(false);
    unmark();
    opener = null;
    back?.focus();
  };

  const follow = () => {
    const target = targetOf(location.hash);
    if (target) open(target);
    else close();
  };

  const leave = () => {
    // The address forgets the quote; the way back through the browser's history still leads to it.
    history.pushState(null, "", location.pathname + location.search);
    close();
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.matches(".back")) {
      event.preventDefault();
      leave();
      return;
    }
    const target = targetOf(link.getAttribute("href"));
    if (!target) return;
    if (!link.closest(".reading")) opener = link;
    if (location.hash === link.getAttribute("href")) {
      event.preventDefault();
      open(target);
    }
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shown && !event.target.matches("input")) leave();
  });
  addEventListener("hashchange", follow);
  addEventListener("popstate", follow);
  narrow.addEventListener("change", () => setAside(shown !== null));

  const prepare = (article) => {
    fold(article);
    // The browser's own search found something in a text that is not open.
    article.addEventListener("beforematch", () => {
      opener = null;
      open(article);
    });
  };

  // --------------------------------------------------------------------------------- tables that filter

  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const said = (count) => count.toLocaleString("en");

  // The page carries ISO codes of countries; the browser knows their names.
  const countries = Intl.DisplayNames && new Intl.DisplayNames(["en"], { type: "region", fallback: "code" });
  const nameCountries = (part) => {
    if (!countries) return;
    for (const place of part.querySelectorAll("[data-country]")) {
      const code = place.textContent.trim();
      if (/^[A-Z]{2}$/.test(code)) place.textContent = countries.of(code);
    }
  };

  // A table and the rows of it that wait behind it.
  const tableOf = (element, changed) => {
    const body = element.tBodies[0];
    const waiting = element.nextElementSibling?.matches("noscript[data-rest]") ? element.nextElementSibling : null;
    const table = { group: element.closest("[data-group]") || element, few: body.rows.length, all: !waiting };
    table.size = table.few + Number(waiting?.dataset.rest ?? 0);
    let rows = null;
    const button = waiting && document.createElement("button");
    if (button) {
      button.type = "button";
      button.dataset.showAll = "";
      waiting.before(button);
      button.addEventListener("click", () => {
        table.all = true;
        changed();
        body.rows[table.few].querySelector("a")?.focus();
      });
    }
    table.rows = () => {
      if (rows) return rows;
      if (waiting) {
        const rest = fragment(waiting);
        nameCountries(rest);
        body.append(...rest.querySelector("tbody").rows);
        waiting.remove();
      }
      rows = [...body.rows].map((row) => ({ row, kind: row.dataset.kind, words: folded(row.textContent) }));
      return rows;
    };
    // Shows what fits, of a long table the first of it, and returns how much that is.
    table.show = (fits) => {
      let found = 0;
      if (!fits && !rows && !table.all) found = table.size;
      else {
        for (const entry of table.rows()) {
          const here = !fits || fits(entry);
          if (here) found += 1;
          entry.row.hidden = !here || (found > table.few && !table.all);
        }
      }
      table.group.hidden = found === 0;
      if (button) {
        button.hidden = table.all || found <= table.few;
        button.textContent = `Show all ${said(found)}`;
      }
      return found;
    };
    return table;
  };

  const filter = (box) => {
    const text = box.querySelector("[data-filter-text]");
    const kind = box.querySelector("[data-filter-kind]");
    const count = box.querySelector("[data-filter-count]");
    const update = () => {
      const wanted = folded(text.value).split(/\s+/).filter(Boolean);
      const of = kind ? kind.value : "";
      const fits = (entry) => (!of || entry.kind === of) && wanted.every((word) => entry.words.includes(word));
      const filtering = wanted.length > 0 || of !== "";
      const found = tables.reduce((sum, table) => sum + table.show(filtering ? fits : null), 0);
      const total = tables.reduce((sum, table) => sum + table.size, 0);
      count.value = filtering ? `${said(found)} of ${said(total)}` : "";
    };
    const tables = [...box.closest("section").querySelectorAll("table")].map((table) => tableOf(table, update));
    text.addEventListener("input", update);
    if (kind) kind.addEventListener("change", update);
    update();
    return { all: () => tables.forEach((table) => table.rows()) };
  };

  // Further items of a list wait behind a button.
  const offer = (waiting) => {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.showAll = "";
    button.textContent = `Show ${said(Number(waiting.dataset.more))} more`;
    button.addEventListener("click", () => {
      const rest = fragment(waiting);
      const first = rest.querySelector("li");
      waiting.replaceWith(rest);
      button.remove();
      first.tabIndex = -1;
      first.focus();
    });
    waiting.before(button);
    return button;
  };

  // ------------------------------------------------------------------------------------------- beginning

  document.addEventListener("DOMContentLoaded", () => {
    const briefs = [...document.querySelectorAll("article.brief")];
    const readings = [...document.querySelectorAll(".reading")];
    if (readings.length <= FILLED_AT_ONCE) {
      [...briefs, ...readings].forEach(fill);
    } else {
      const nearby = new IntersectionObserver(
        (seen) => {
          for (const { isIntersecting, target } of seen) {
            if (!isIntersecting) continue;
            nearby.unobserve(target);
            fill(target);
          }
        },
        { rootMargin: "100%" },
      );
      briefs.forEach((brief) => nearby.observe(brief));
    }
    readings.forEach(prepare);
    nameCountries(document);
    const filters = [...document.querySelectorAll("[data-filter]")].map(filter);
    const offers = [...document.querySelectorAll("noscript[data-more]")].map(offer);
    // Paper cannot be asked for more: it gets all of it.
    addEventListener("beforeprint", () => {
      [...briefs, ...readings].forEach(fill);
      filters.forEach((all) => all.all());
      offers.forEach((button) => button.isConnected && button.click());
      for (const waiting of document.querySelectorAll("noscript[data-printed]")) waiting.replaceWith(fragment(waiting));
    });
    follow();
  });
})();
