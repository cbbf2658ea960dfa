// What is asked for: words, the chosen names of each facet, and an order; the address says the same.
const nothing = () => ({ words: "", chosen: {}, sort: "number" });
const orders = /^-?(number|name|population)$/;

// Prefectures stand in the address by their codes, and as `pref`.
const readAddress = (data) => {
  const query = new URLSearchParams(location.search);
  const asked = nothing();
  asked.words = query.get("q") ?? "";
  for (const [facet, all] of Object.entries(data.names)) {
    const wanted = (query.get(facet === "prefecture" ? "pref" : facet) ?? "").split(",");
    const names = all.map(([name]) => name).filter((name) => wanted.includes(data.codes[name] ?? name));
    if (names.length) asked.chosen[facet] = names;
  }
  if (orders.test(query.get("sort"))) asked.sort = query.get("sort");
  return asked;
};

const addressOf = (asked, data) => {
  const query = new URLSearchParams();
  if (asked.words.trim()) query.set("q", asked.words);
  for (const [facet, names] of Object.entries(asked.chosen)) {
    const written = names.map((name) => data.codes[name] ?? name).sort().join(",");
    if (written) query.set(facet === "prefecture" ? "pref" : facet, written);
  }
  if (asked.sort !== "number") query.set("sort", asked.sort);
  const text = query.toString().replaceAll("%2C", ",");
  return text ? `?${text}` : location.pathname;
};

const writeAddress = (asked, data, isNewStep) => {
  try {
    history[isNewStep ? "pushState" : "replaceState"](null, "", addressOf(asked, data) + location.hash);
  } catch {
    // A page shown inside another one may have no address of its own.
  }
};
