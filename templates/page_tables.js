// All tables of the page: those that follow the filter, and those that say that they do not.
const startTables = (data, choose) => {
  const all = [...document.querySelectorAll("[data-table]")].filter((each) => each.matches("table") || each.querySelector("table"));
  const follows = (each) => "counted" in each.dataset && each.dataset.table in countsBy;
  const counted = all.filter(follows).map((each) => countedTable(each, data.unrecorded));
  const fixed = all.filter((each) => !follows(each));
  for (const table of counted) linkRows(table, data, choose);

  return {
    show: (found, whole) => {
      const isNarrowed = found.length < whole;
      const narrowed = isNarrowed && `絞り込み中：${figure(whole)}のうち${figure(found.length)}チームの集計`;
      for (const table of counted) {
        if (isNarrowed) showCounts(table, found);
        else showAsWritten(table);
        tell(table.element, narrowed && `${narrowed}${table.columns.beside.length ? "。公表値は絞り込みに対応しないため示さない" : ""}`);
      }
      for (const each of fixed) {
        const reason = /^(gender|track|age)$/.test(each.dataset.table) ? "個人の属性のため、" : "";
        tell(each, isNarrowed && `${reason}絞り込みに従わず、全体の数を示す`);
      }
    },
  };
};

// A bar leads to the teams that it counts.
const linkRows = ({ id, lines }, data, choose) => {
  for (const { row, key } of lines) {
    if (!data.names[id]?.some(([name]) => name === key)) continue;
    const link = document.createElement("a");
    link.href = `${addressOf({ ...nothing(), chosen: { [id]: [key] } }, data)}#teams`;
    link.append(...row.cells[0].childNodes);
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      choose(id, [key]);
      document.querySelector("#teams").scrollIntoView();
      document.querySelector("#hits").focus({ preventScroll: true });
    });
    row.cells[0].append(link);
    row.classList.add("linked");
  }
};

// Say above a table whether it follows, as long as there is something to follow.
const tell = (element, text) => {
  const place = element.closest(".scroll") ?? element.querySelector(".scroll");
  const before = place.previousElementSibling;
  const note = before?.matches(".narrowing") ? before : document.createElement("p");
  element.classList.toggle("narrowed", Boolean(text));
  if (!text) {
    note.remove();
    return;
  }
  note.className = "note narrowing";
  note.textContent = text;
  if (note !== before) place.before(note);
};
