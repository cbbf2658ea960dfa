// The list: as many rows as a screen holds are shown at once, the others when these are drawn, and
// no more than anybody reads until they are asked for. Paper has them all.
const rowsAtOnce = 12;
const rowsUnasked = 100;
const digits = new Intl.NumberFormat("ja");
const figure = (number) => digits.format(number);

const buttonFrom = (element, action) => {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...element.childNodes);
  button.addEventListener("click", action);
  return button;
};

const kanaOrder = new Intl.Collator("ja");
const ordered = (teams, sort) => {
  const key = sort.replace("-", "");
  const sign = sort.startsWith("-") ? -1 : 1;
  const compare = (first, second) => {
    if (key === "name") return kanaOrder.compare(first.kana, second.kana);
    return first[key] - second[key];
  };
  const isUnknown = (team) => key === "population" && team.population === null;
  return [...teams].sort((first, second) => isUnknown(first) - isUnknown(second)
    || (!isUnknown(first) && sign * compare(first, second)) || first.number - second.number);
};

const startList = (table, teams, sortBy) => {
  const heads = [...table.querySelectorAll("[data-sort]")];
  const more = document.querySelector("#more");
  let shown = { found: teams, sort: "number", rows: 0 };
  let inOrder = teams;

  const showOrder = (sort) => {
    if (sort === shown.sort) return;
    inOrder = ordered(teams, sort);
    table.tBodies[0].append(...inOrder.map((team) => team.element));
    for (const head of heads) {
      if (head.dataset.sort !== sort.replace("-", "")) head.removeAttribute("aria-sort");
      else head.setAttribute("aria-sort", sort.startsWith("-") ? "descending" : "ascending");
    }
  };

  const showRows = (rows) => {
    const found = new Set(shown.found);
    let seen = 0;
    for (const team of inOrder) {
      const look = !found.has(team) ? "out" : (seen += 1) > rows ? "later" : "";
      if (team.look !== look) team.element.className = team.look = look;
    }
    shown.rows = rows;
    more.parentElement.hidden = found.size <= Math.max(rows, rowsUnasked);
    more.textContent = `続きの${figure(found.size - rowsUnasked)}チームも表示`;
  };

  for (const head of heads) {
    head.append(buttonFrom(head, () => sortBy(head.dataset.sort)));
  }
  more.addEventListener("click", () => {
    showRows(Infinity);
    inOrder.filter((team) => !team.look)[rowsUnasked].element.querySelector("a").focus();
  });
  return {
    show: (found, sort) => {
      showOrder(sort);
      shown = { found, sort };
      showRows(rowsAtOnce);
    },
    showRest: () => { if (shown.rows < rowsUnasked) showRows(rowsUnasked); },
    showAll: () => showRows(Infinity),
  };
};

// Cards on a narrow screen are a table all the same.
const keepRoles = (table) => {
  const roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
  for (const part of [table, ...table.querySelectorAll("thead, tbody, tr, th, td")]) {
    part.setAttribute("role", roles[part.tagName] ?? (part.scope === "col" ? "columnheader" : "rowheader"));
  }
};
