// The form: the words, a choice for each facet, what is found in words, and the files to save.
const startForm = (data, { change, choose, found }) => {
  const [form, words, hits, reset] = ["filter", "words", "hits", "reset"].map((id) => document.getElementById(id));
  const selects = Object.keys(data.names).map((facet) => document.getElementById(facet));

  // Typing is one step back however many letters it takes.
  let isTyping = false;
  words.addEventListener("input", () => {
    change({ words: words.value }, !isTyping);
    isTyping = true;
  });
  words.addEventListener("change", () => { isTyping = false; });
  for (const select of selects) {
    select.addEventListener("change", () => choose(select.id, [select.value].filter(Boolean)));
  }
  reset.addEventListener("click", () => {
    change(nothing());
    words.focus();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const button of document.querySelectorAll("[data-save]")) {
    button.addEventListener("click", () => save(data, button.dataset.save, found()));
  }
  for (const each of [form, reset.parentElement]) each.hidden = false;

  const showChoice = (select, names) => {
    select.querySelector("[hidden]")?.remove();
    if (names.length > 1) {
      const several = new Option("（二つ以上）", " ");
      several.hidden = true;
      select.append(several);
    }
    select.value = names.length > 1 ? " " : names[0] ?? "";
  };
  const conditions = ({ words: text, chosen }) => [
    text.trim() && `「${text.trim()}」`,
    ...selects.map(({ id, labels }) => chosen[id]?.length && `${labels[0].textContent}：${chosen[id].join("、")}`),
  ].filter(Boolean).join("、");

  return {
    hits,
    endTyping: () => { isTyping = false; },
    show: (asked, number, whole) => {
      const told = conditions(asked);
      if (!told) hits.textContent = `全${figure(whole)}チーム`;
      else if (number) hits.textContent = `${figure(whole)}チームのうち${figure(number)}チーム（${told}）`;
      else hits.textContent = `当てはまるチームはありません（${told}）。条件を変えるか、消してください。`;
      reset.disabled = !told && asked.sort === "number";
      if (words.value !== asked.words) words.value = asked.words;
      for (const select of selects) showChoice(select, asked.chosen[select.id] ?? []);
    },
  };
};

const save = (data, kind, teams) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([csvOf(data, kind, teams)], { type: "text/csv" }));
  link.download = `${document.title} ${{ teams: "チーム", members: "支援官" }[kind]}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};
