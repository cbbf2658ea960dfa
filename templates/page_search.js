"use strict";

// How letters are folded: those that readers take for the same, by the table that comes with the
// data (the one of `banso validate`), and katakana as hiragana.
const foldingBy = ([letters, meant]) => {
  const others = [...meant];
  const table = new Map([...letters].map((letter, at) => [letter, others[at]]));
  return (text) => [...text.normalize("NFKC").toLowerCase()]
    .map((letter) => table.get(letter) ?? letter).join("")
    .replace(/[\s\p{Cf}\p{Variation_Selector}]/gu, "")
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
};

// A team: the row of its CSV by the names of the columns, its classes by facet, and its seats.
const teamOf = ([row, themes, seats, others], data, fold) => {
  const team = Object.fromEntries(data.columns.map((name, at) => [name, row[at] ?? ""]));
  const name = team.municipality || team.municipality_code;
  const kanaOf = data.names.prefecture.find(([prefecture]) => prefecture === team.prefecture)?.[1] ?? "";
  const nameOf = (facet, at) => data.names[facet][at][0];
  return {
    row, name, kana: team.kana, number: team.number, code: team.municipality_code,
    population: row[data.columns.indexOf("population")],
    seats: seats.map(([agency, rank, role]) => ({
      agency: nameOf("agency", agency), rank: nameOf("rank", rank), role: data.roles[role],
    })),
    classes: {
      theme: themes.length ? themes.map((at) => nameOf("theme", at)) : [data.unrecorded],
      population: [team.population_band],
      region: [team.region],
      prefecture: [team.prefecture || data.unrecorded],
      status: [team.status],
    },
    text: [name, team.prefecture + name, team.kana, kanaOf + team.kana, ...others].map(fold).join("\n"),
  };
};

// Return what tells whether a team is found by words and facets.
const searchOf = (data, fold) => {
  const facets = Object.keys(data.names);
  const ofTeams = facets.filter((facet) => !["agency", "rank", "population"].includes(facet));
  const texts = facets.map((facet) => [facet, data.names[facet].map((names) => [names[0], names.map(fold).join("\n")])]);

  // A word, with the names of each facet that it finds.
  const asked = (word) => ({
    word,
    number: /^\d+$/.test(word) ? Number(word) : null,
    names: Object.fromEntries(texts.map(([facet, all]) =>
      [facet, new Set(all.filter(([, text]) => text.includes(word)).map(([name]) => name))])),
  });

  const isOfTeam = (team, { word, number, names }) => team.text.includes(word)
    || (number !== null && (number === team.number
      || (word.length > 3 && (team.code.startsWith(word) || team.code.startsWith(`0${word}`)))))
    || ofTeams.some((facet) => team.classes[facet].some((name) => names[facet].has(name)));

  // Words that are not about the team are about its people: a rank counts only with the body that
  // is asked for, in one person.
  const isOfPeople = (seats, words) => {
    const bodies = words.filter(({ names }) => seats.some((seat) => names.agency.has(seat.agency)));
    return words.every((each) => bodies.includes(each) || seats.some((seat) => each.names.rank.has(seat.rank)
      && (!bodies.length || bodies.some(({ names }) => names.agency.has(seat.agency)))));
  };

  const isChosen = (chosen, names) => !chosen?.length || names.some((name) => chosen.includes(name));

  // `chosen` has the names that are chosen of each facet; all facets must hold, in one person too.
  return (text, chosen) => {
    const words = text.split(/\s+/).map(fold).filter(Boolean).map(asked);
    return (team) => {
      if (!Object.keys(team.classes).every((facet) => isChosen(chosen[facet], team.classes[facet]))) return false;
      const seats = team.seats.filter((seat) => isChosen(chosen.agency, [seat.agency]) && isChosen(chosen.rank, [seat.rank]));
      return seats.length > 0 && isOfPeople(seats, words.filter((each) => !isOfTeam(team, each)));
    };
  };
};

// The lines of a file that Japanese Excel opens, as `banso report --format csv` writes them: one
// for each team, or one for each of its people.
const csvOf = (data, kind, teams) => {
  const start = data.columns.indexOf("municipality") + 1;
  const caution = (row) => row.slice(data.columns.indexOf("page") + 1);
  const lines = kind === "teams" ? teams.map(({ row }) => row) : teams.flatMap(({ row, seats }) =>
    seats.map(({ agency, rank, role }, at) => [...row.slice(0, start), at + 1, agency, rank, role, ...caution(row)]));
  const cell = (value) => {
    const text = typeof value === "string" && value && data.run.includes(value[0]) ? `'${value}` : String(value ?? "");
    return /[",\r\n]/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
  };
  return `\ufeff${[data.heads[kind], ...lines].map((line) => `${line.map(cell).join(",")}\r\n`).join("")}`;
};
