// Moves the cursor over the picture and looks up the texts; computes nothing.
for (const figure of document.querySelectorAll("figure.key")) {
  const data = JSON.parse(figure.querySelector(".data").textContent);
  const box = figure.querySelector(".slider");
  const input = box.querySelector("input");
  const cursors = figure.querySelectorAll(".cursor");
  const show = () => {
    const at = Number(input.value);
    const share = data.share[at];
    box.querySelector(".value").textContent = `${data.x[at]} ${data.unit}`;
    input.setAttribute("aria-valuetext", `${data.x[at]} ${data.unit}`);
    for (const cursor of cursors) {
      const from = Number(cursor.dataset.from), to = Number(cursor.dataset.to);
      cursor.style.left = `${100 * (from + share * (to - from))}%`;
      cursor.hidden = false;
    }
    for (const cell of box.querySelectorAll("td"))
      cell.textContent = data.said[cell.dataset.position][Number(cell.dataset.line)][at];
  };
  input.addEventListener("input", show);
  box.hidden = false;
  show();
}
