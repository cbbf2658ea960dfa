"use strict";

// The map, the filter and the list of a period whose teams are recorded.
const startFinder = (table) => {
  const [words, region, status] = ["words", "region", "status"].map((id) => document.getElementById(id));
  const hits = document.querySelector("#hits");
  const heads = [...table.querySelectorAll("[data-sort]")];
  const kanaOrder = new Intl.Collator("ja");

  // One spelling for letters that readers take for the same, in the list and in what they type.
  const variants = { 曾: "曽", 龍: "竜", 檮: "梼", 惠: "恵", 澤: "沢", 﨑: "崎", 髙: "高" };
  const folded = (text) => text.normalize("NFKC").toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/ゖ/g, "が")
    .replace(/([一-龠々])[けが](?=[一-龠々])/g, "$1が")
    .replace(/[曾龍檮惠澤﨑髙]/g, (letter) => variants[letter]);

  const tiles = new Map();
  for (const tile of document.querySelectorAll(".map .tile")) {
    tiles.set(tile.dataset.code, tile);
  }
  const kanaOf = Object.fromEntries([...tiles.values()].map((tile) => [tile.dataset.name, tile.dataset.kana]));

  const rows = [...table.tBodies[0].rows].map((element) => {
    const [number, name, population, label, seats, themes] = element.cells;
    const prefecture = name.querySelector("span").textContent;
    const kana = name.querySelector("small")?.textContent ?? "";
    const texts = [name.textContent, prefecture + name.textContent.slice(prefecture.length).trim(),
      kanaOf[prefecture] ?? "", element.dataset.region, ...[...seats.querySelectorAll("li")].map((seat) => seat.textContent),
      themes.textContent];
    return {
      element, prefecture, region: element.dataset.region, kana,
      number: Number(number.textContent),
      population: /\d/.test(population.textContent) ? Number(population.textContent.replace(/,/g, "")) : null,
      status: /[新継]/.test(label.textContent) ? label.textContent : status.options[3].value,
      text: folded(texts.join("\n")),
    };
  });

  // What is asked for; the address says the same in its query.
  const state = { words: "", region: "", status: "", prefectures: new Set(), sort: "number" };

  const readAddress = () => {
    const query = new URLSearchParams(location.search);
    const known = (select, name) => [...select.options].some((each) => each.value === query.get(name)) ? query.get(name) : "";
    state.words = query.get("q") ?? "";
    state.region = known(region, "region");
    state.status = known(status, "status");
    state.prefectures = new Set((query.get("pref") ?? "").split(",").filter((code) => tiles.get(code)?.matches("button")));
    state.sort = /^-?(number|name|population)$/.test(query.get("sort")) ? query.get("sort") : "number";
  };

  const writeAddress = (isNewStep) => {
    const query = new URLSearchParams();
    if (state.words.trim()) query.set("q", state.words);
    if (state.prefectures.size) query.set("pref", [...state.prefectures].sort().join(","));
    if (state.region) query.set("region", state.region);
    if (state.status) query.set("status", state.status);
    if (state.sort !== "number") query.set("sort", state.sort);
    const text = query.toString().replace(/%2C/g, ",");
    try {
      history[isNewStep ? "pushState" : "replaceState"](null, "", (text ? `?${text}` : location.pathname) + location.hash);
    } catch {
      // A page shown inside another one may have no address of its own.
    }
  };

  const compare = (first, second) => {
    const key = state.sort.replace("-", "");
    const sign = state.sort.startsWith("-") ? -1 : 1;
    if (key === "population" && (first.population === null) !== (second.population === null)) {
      return first.population === null ? 1 : -1;
    }
    const order = key === "name" ? kanaOrder.compare(first.kana, second.kana) : first[key] - second[key];
    return sign * order || first.number - second.number;
  };

  const isWanted = (row) => {
    const asked = folded(state.words).split(/\s+/).filter(Boolean);
    return asked.every((word) => row.text.includes(word))
      && (!state.region || row.region === state.region)
      && (!state.status || row.status === state.status)
      && (!state.prefectures.size || [...state.prefectures].some((code) => tiles.get(code).dataset.name === row.prefecture));
  };

  const conditions = () => [
    state.words.trim() && `「${state.words.trim()}」`,
    [...state.prefectures].sort().map((code) => tiles.get(code).dataset.name).join("、"),
    state.region && `地域：${state.region}`,
    state.status && `新規・継続：${state.status}`,
  ].filter(Boolean).join("、");

  const show = () => {
    const wanted = rows.filter(isWanted);
    rows.forEach((row) => { row.element.hidden = !wanted.includes(row); });
    table.tBodies[0].append(...[...rows].sort(compare).map((row) => row.element));
    for (const head of heads) {
      const isSorted = head.dataset.sort === state.sort.replace("-", "");
      if (isSorted) head.setAttribute("aria-sort", state.sort.startsWith("-") ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
    for (const [code, tile] of tiles) {
      if (tile.matches("button")) tile.setAttribute("aria-pressed", String(state.prefectures.has(code)));
    }
    [words.value, region.value, status.value] = [state.words, state.region, state.status];
    const asked = conditions();
    if (!asked) hits.textContent = `${rows.length}チームをすべて表示しています。`;
    else if (wanted.length) hits.textContent = `${rows.length}チームのうち${wanted.length}チームを表示しています（${asked}）。`;
    else hits.textContent = `当てはまるチームはありません（${asked}）。条件を変えるか、消してください。`;
    document.querySelector("#reset").disabled = !asked && state.sort === "number";
  };

  const change = (changes, isNewStep = true) => {
    Object.assign(state, changes);
    writeAddress(isNewStep);
    show();
  };

  const buttonFrom = (element, action) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...element.childNodes);
    button.addEventListener("click", action);
    return button;
  };

  for (const [code, tile] of tiles) {
    if (tile.classList.contains("s0")) continue;
    const button = buttonFrom(tile, () => {
      const chosen = new Set(state.prefectures);
      if (!chosen.delete(code)) chosen.add(code);
      change({ prefectures: chosen });
    });
    button.className = tile.className;
    Object.assign(button.dataset, tile.dataset);
    tile.replaceWith(button);
    tiles.set(code, button);
  }

  for (const head of heads) {
    const key = head.dataset.sort;
    head.append(buttonFrom(head, () => change({ sort: state.sort === key ? `-${key}` : key })));
  }

  // Typing is one step back however many letters it takes.
  let isTyping = false;
  words.addEventListener("input", () => {
    change({ words: words.value }, !isTyping);
    isTyping = true;
  });
  words.addEventListener("change", () => { isTyping = false; });
  region.addEventListener("change", () => change({ region: region.value }));
  status.addEventListener("change", () => change({ status: status.value }));
  const nothing = () => ({ words: "", region: "", status: "", prefectures: new Set(), sort: "number" });
  document.querySelector("#reset").addEventListener("click", () => { change(nothing()); words.focus(); });
  const form = document.querySelector("#filter");
  form.addEventListener("submit", (event) => event.preventDefault());

  // A link to a team shows it even where the filter hides it.
  const showTarget = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (target?.hidden) {
      change(nothing(), false);
      target.scrollIntoView();
    }
  };
  window.addEventListener("hashchange", showTarget);
  window.addEventListener("popstate", () => { isTyping = false; readAddress(); show(); });

  // Cards on a narrow screen are a table all the same.
  const roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
  for (const part of [table, ...table.querySelectorAll("thead, tbody, tr, th, td")]) {
    part.setAttribute("role", roles[part.tagName] ?? (part.scope === "col" ? "columnheader" : "rowheader"));
  }

  form.hidden = false;
  document.querySelector("#map-help").hidden = false;
  document.documentElement.classList.add("live");
  readAddress();
  show();
  showTarget();
};

{
  // What scrolls sideways can be reached by the keyboard; what does not is no stop on the way.
  const scrollers = document.querySelectorAll(".scroll");
  const watch = new ResizeObserver(() => {
    for (const each of scrollers) {
      if (each.scrollWidth > each.clientWidth) each.tabIndex = 0;
      else each.removeAttribute("tabindex");
    }
  });
  scrollers.forEach((each) => watch.observe(each));

  // Paper shows what is folded away on the screen.
  const folds = [...document.querySelectorAll("details")];
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = folds.filter((each) => !each.open);
    opened.forEach((each) => { each.open = true; });
  });
  window.addEventListener("afterprint", () => opened.forEach((each) => { each.open = false; }));

  const list = document.querySelector("#list");
  if (list) startFinder(list);
}
