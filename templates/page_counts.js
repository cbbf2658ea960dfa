// Figures that follow the filter: of the tables that can be counted from what the list shows.
// Personal attributes are not among it; they never follow.
const countsBy = {
  agency: (team) => team.seats.map((seat) => seat.agency),
  rank: (team) => team.seats.map((seat) => seat.rank),
  theme: (team) => team.classes.theme,
  population: (team) => team.classes.population,
  region: (team) => team.classes.region,
  prefecture: (team) => team.classes.prefecture,
  status: (team) => team.classes.status,
  municipality_type: (team) => [team.name.at(-1)],
  team_size: (team) => [`${team.seats.length}名`],
};

const tally = (teams, keysOf) => {
  const counts = new Map();
  for (const team of teams) {
    for (const key of keysOf(team)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};

// Half up, from the integers themselves, as in the statistics.
const shareOf = (part, whole) => whole ? `${(Math.floor((2000 * part + whole) / (2 * whole)) / 10).toFixed(1)}%` : "";

const put = (cell, text) => {
  if (cell.textContent !== text) (cell.querySelector("a") ?? cell).textContent = text;
};

// The columns of a table that can follow: its own number and share, and the classes of status; what
// is published beside them cannot.
const columnsOf = (table, unrecorded) => {
  const heads = [...table.tHead.rows[0].cells];
  const own = heads.findIndex((head) => head.classList.contains("n"));
  const share = heads[own + 1]?.textContent === "割合" ? own + 1 : null;
  const splits = { うち新規: "新規", うち継続: "継続", [`うち${unrecorded}`]: unrecorded };
  const split = heads.map((head, at) => [at, splits[head.textContent]]).filter(([, status]) => status);
  const following = [own, share, ...split.map(([at]) => at)];
  const beside = heads.map((_head, at) => at).filter((at) => at > own && !following.includes(at));
  return { own, share, split, beside };
};

// A row, with what stands in it while nothing is filtered.
const lineOf = (row) => {
  const bar = row.querySelector("svg");
  const length = bar?.querySelector("rect:not(.p)");
  return {
    row, bar, length, key: row.cells[0].textContent, isTotal: row.classList.contains("total"),
    texts: [...row.cells].map((cell) => cell.textContent),
    scale: bar?.getAttribute("viewBox"), width: length?.getAttribute("width"),
  };
};

const countedTable = (element, unrecorded) => {
  const table = element.querySelector("table") ?? element;
  const columns = columnsOf(table, unrecorded);
  for (const row of table.rows) {
    for (const at of columns.beside) row.cells[at].classList.add("beside");
  }
  return { element, columns, lines: [...table.tBodies[0].rows].map(lineOf), id: element.dataset.table };
};

const showAsWritten = ({ columns, lines }) => {
  for (const { row, bar, length, texts, scale, width } of lines) {
    for (const at of [columns.own, columns.share, ...columns.split.map(([at]) => at)]) {
      if (at !== null) put(row.cells[at], texts[at]);
    }
    bar?.setAttribute("viewBox", scale);
    length?.setAttribute("width", width);
  }
};

const showCounts = ({ id, columns, lines }, teams) => {
  const isOfPeople = id === "agency" || id === "rank";
  const whole = isOfPeople ? teams.reduce((sum, team) => sum + team.seats.length, 0) : teams.length;
  const counts = tally(teams, countsBy[id]);
  const split = columns.split.map(([at, status]) => [at, teams.filter((team) => team.classes.status[0] === status)])
    .map(([at, some]) => [at, some.length, tally(some, countsBy[id])]);
  const most = Math.max(1, ...lines.filter((line) => line.length).map(({ key }) => counts.get(key) ?? 0));
  for (const { row, bar, length, key, isTotal, texts } of lines) {
    const count = isTotal ? whole : counts.get(key) ?? 0;
    put(row.cells[columns.own], figure(count));
    if (columns.share && texts[columns.share]) put(row.cells[columns.share], shareOf(count, whole));
    for (const [at, all, each] of split) put(row.cells[at], figure(isTotal ? all : each.get(key) ?? 0));
    bar?.setAttribute("viewBox", `0 0 ${most} 1`);
    length?.setAttribute("width", count);
  }
};
