// "Salin rumus": a formula in each of its forms, from the page's twin for programs.
import { copyButton, nameOf, newElement, withName } from "./bagikan.js";

const forms = KATA.alat.bentuk;

let formulas;
// By the ids of what they calculate; what could not be loaded is tried again.
const fetched = async () => {
  const answer = await fetch("index.json");
  if (!answer.ok) throw new Error(`index.json: ${answer.status}`);
  const { tujuan = [], sasaran } = await answer.json();
  const indicators = [...tujuan, ...sasaran].flatMap(({ indikator = [] }) => indikator);
  const lines = indicators.flatMap((each) => [each, ...(each.rincian ?? [])]);
  return Object.fromEntries(lines.map((each) => [each.id, each.rumus]));
};

const copyButtons = (formula, id) => {
  const row = newElement("div", { className: "salin-baris" });
  for (const [key, name] of Object.entries(forms)) {
    if (formula[key] === undefined) continue;
    const text = typeof formula[key] === "string" ? formula[key] : JSON.stringify(formula[key]);
    row.append(withName(copyButton(name, () => text), nameOf(id)));
  }
  return row;
};

export const offerCopies = async (box) => {
  try {
    formulas ??= fetched();
    const id = box.dataset.salinRumus;
    const row = copyButtons((await formulas)[id], id);
    if (!box.querySelector(".salin-baris")) box.append(row);
  } catch (error) {
    formulas = undefined;
    throw error;
  }
};
