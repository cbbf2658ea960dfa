// The search, and all that follows it, of a period whose teams are recorded.
const startFinder = (table) => {
  const data = JSON.parse(document.querySelector("#data").textContent);
  const fold = foldingBy(data.letters);
  const teams = data.teams.map((each, at) => ({ ...teamOf(each, data, fold), element: table.tBodies[0].rows[at] }));
  const search = searchOf(data, fold);
  let asked = nothing();
  let found = teams;
  let isWritten = true;

  const change = (changes, isNewStep = true) => {
    Object.assign(asked, changes);
    isWritten = isNewStep;
    if (isNewStep) writeAddress(asked, data, true);
    show();
  };
  const choose = (facet, names) => change({ chosen: { ...asked.chosen, [facet]: names } });
  const sortBy = (key) => change({ sort: asked.sort === key ? `-${key}` : key });
  const form = startForm(data, { change, choose, found: () => found });
  const list = startList(table, teams, sortBy);
  const maps = startMaps(document.querySelector("#map"), data, choose);
  const tables = startTables(data, choose);

  const show = () => {
    found = ordered(teams.filter(search(asked.words, asked.chosen)), asked.sort);
    list.show(found, asked.sort);
    form.show(asked, found.length, teams.length);
    afterPaint(showRest);
  };
  // The map counts as if no prefecture were chosen, so that others can be.
  const showRest = () => {
    if (!isWritten) writeAddress(asked, data, false);
    isWritten = true;
    list.showRest();
    const chosen = asked.chosen.prefecture ?? [];
    const onMap = chosen.length ? teams.filter(search(asked.words, { ...asked.chosen, prefecture: [] })) : found;
    maps.show(onMap, chosen);
    tables.show(found, teams.length);
  };

  // A link to a team shows it even where the filter hides it.
  const showTarget = () => {
    const target = teams.find((team) => `#${team.element.id}` === location.hash);
    if (!target) return;
    if (target.look === "out") change(nothing(), false);
    if (target.look === "later") list.showAll();
    target.element.scrollIntoView();
  };
  const follow = () => {
    form.endTyping();
    isWritten = true;
    asked = readAddress(data);
    show();
  };
  keepRoles(table);
  window.addEventListener("hashchange", showTarget);
  window.addEventListener("popstate", follow);
  follow();
  showRest();
  showTarget();
};

// What is not seen at once waits until the rest is drawn; the last call counts.
let waiting = 0;
const afterPaint = (action) => {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(() => { setTimeout(action); });
};

// What scrolls sideways can be reached by the keyboard; what does not is no stop on the way.
const watchScrollers = () => {
  const scrollers = document.querySelectorAll(".scroll");
  const watch = new ResizeObserver(() => {
    for (const each of scrollers) {
      if (each.scrollWidth > each.clientWidth) each.tabIndex = 0;
      else each.removeAttribute("tabindex");
    }
  });
  scrollers.forEach((each) => watch.observe(each));
};

// Where there is room, filter and map are not folded away; paper shows all that is.
const watchFolds = () => {
  const room = matchMedia("(min-width: 66rem)");
  const unfold = () => document.querySelectorAll(".fold").forEach((each) => { each.open = room.matches; });
  room.addEventListener("change", unfold);
  unfold();
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    opened.forEach((each) => { each.open = true; });
  });
  window.addEventListener("afterprint", () => opened.forEach((each) => { each.open = false; }));
};

{
  watchScrollers();
  watchFolds();
  document.documentElement.classList.add("live");
  const list = document.querySelector("#list");
  if (list) startFinder(list);
}
