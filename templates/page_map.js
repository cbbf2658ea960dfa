// The maps: of all teams, of the new and of the continuing ones; they share their buttons' state.
const startMaps = (box, data, choose) => {
  if (!box) return { show: () => {} }; // of a part of the teams there is none
  const step = Number(box.dataset.step);
  const unknown = box.querySelector(".unknown-status b");
  let pressed = [];

  const press = (name) => choose("prefecture", pressed.includes(name) ? pressed.filter((each) => each !== name) : [...pressed, name]);
  const tileOf = (tile) => {
    if (!(tile.dataset.name in data.codes)) return tile;
    const button = buttonFrom(tile, () => press(tile.dataset.name));
    button.className = tile.className;
    Object.assign(button.dataset, tile.dataset);
    tile.replaceWith(button);
    return button;
  };
  const maps = [...box.querySelectorAll("ol")].map((map) => ({
    status: { new: "新規", continuing: "継続" }[map.classList[1]],
    tiles: [...map.querySelectorAll(".tile")].map(tileOf),
  }));
  document.querySelector("#map-help").hidden = false;

  const withStatus = (teams, status) => teams.filter((team) => team.classes.status[0] === status);
  const showMap = ({ status, tiles }, teams, unrecorded) => {
    const counts = tally(status ? withStatus(teams, status) : teams, countsBy.prefecture);
    for (const tile of tiles) {
      const { name } = tile.dataset;
      const count = counts.get(name) ?? 0;
      put(tile.querySelector("b"), status && !count && unrecorded.get(name) ? "…" : figure(count));
      const look = `tile s${Math.min(5, Math.ceil(count / step))}`;
      if (tile.className !== look) tile.className = look;
      if (tile.matches("button")) tile.setAttribute("aria-pressed", String(pressed.includes(name)));
    }
  };
  return {
    show: (teams, chosen) => {
      pressed = chosen;
      const others = withStatus(teams, data.unrecorded);
      for (const map of maps) showMap(map, teams, tally(others, countsBy.prefecture));
      if (unknown) put(unknown, figure(others.length));
    },
  };
};
