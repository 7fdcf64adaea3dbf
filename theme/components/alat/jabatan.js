// The page of a position beyond reading: "Coba hitung" and "Salin rumus".
// Nothing that is typed leaves the page.
import { offers, offersCopy, words } from "./bagikan.js";

// How numbers are read and reckoned with comes when a calculator is opened: few readers need it.
let rumus;
const loadRumus = async () => {
  rumus ??= await import("./rumus.js");
};

const SHOWN_DECIMALS = 4;

const newElement = (name, properties = {}, ...content) => {
  const element = document.createElement(name);
  Object.assign(element, properties);
  element.append(...content);
  return element;
};

const copyButton = (label, text) => {
  const button = newElement("button", { type: "button", className: "tombol", textContent: label });
  offersCopy(button, text);
  return button;
};

// A field and what is wrong with what it holds.
const newField = (id, label, isSet) => {
  const input = newElement("input", { id, inputMode: "decimal", autocomplete: "off" });
  const message = newElement("span", { id: `${id}-pesan`, className: "hitung-pesan" });
  input.setAttribute("aria-describedby", message.id);
  const labelled = newElement("label", { htmlFor: id, textContent: label });
  if (isSet) input.inputMode = "text";
  return { input, message, isSet, row: newElement("div", {}, labelled, input, message) };
};

const refusalIn = (text) => {
  const refused = text.trim() ? rumus.refusal(text) : null;
  return refused ? words[refused.why].replace("{ganti}", refused.remedy) : "";
};

const readField = ({ input, message, isSet }) => {
  const typed = isSet ? input.value.split(";") : [input.value];
  message.textContent =
    typed.length > rumus.MOST_MEMBERS ? words.kelebihan : (typed.map(refusalIn).find(Boolean) ?? "");
  input.setAttribute("aria-invalid", String(message.textContent !== ""));
  return isSet ? rumus.readNumbers(input.value) : rumus.readNumber(input.value);
};

const resultIn = ({ tree, result, satuan }, values) => {
  try {
    const exact = rumus.calculateExactly(tree, Object.fromEntries(values));
    const { text, isExact } = rumus.writeNumber(exact, SHOWN_DECIMALS);
    return `${result} ${isExact ? "=" : "≈"} ${text}${satuan}`;
  } catch (error) {
    if (!(error instanceof rumus.NoValueError)) throw error;
    return words.tanpa_hasil.replace("{sebab}", words[error.message]);
  }
};

// The form of a calculator, and what fills it in.
const newCalculator = (box) => {
  const calculation = JSON.parse(box.dataset.hitung);
  const { id } = box.dataset;
  const fields = new Map(
    calculation.terms.map(([name, label]) => {
      const isSet = calculation.sets.includes(name);
      const told = isSet ? words.beberapa.replace("{nama}", label) : label;
      return [name, newField(`_${id}-${name}`, told, isSet)];
    }),
  );
  const output = newElement("output", { className: "hitung-hasil" });
  const share = copyButton(words.salin_hitungan, () => {
    const typed = ({ input }) => input.value.trim().replaceAll(";", "|");
    const numbers = [...fields].map(([name, field]) => `${name}=${typed(field)}`);
    return new URL(`#hitung:${id};${numbers.join(";")}`, location.href).href;
  });
  const rows = [...fields.values()].map(({ row }) => row);
  const form = newElement("form", { className: "hitung-borang" }, ...rows, output, share);
  for (const named of [form, output]) named.setAttribute("aria-labelledby", id);

  const show = () => {
    const values = [...fields].map(([name, field]) => [name, readField(field)]);
    const isComplete = values.every(([, value]) => value !== null);
    share.hidden = !isComplete || !navigator.clipboard;
    output.textContent = isComplete ? resultIn(calculation, values) : "";
  };
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
  box.append(form);
  return (numbers) => {
    for (const [name, text] of numbers) if (fields.has(name)) fields.get(name).input.value = text;
    show();
  };
};

const fillers = new Map();
const fillerOf = async (box) => {
  await loadRumus();
  if (!fillers.has(box)) fillers.set(box, newCalculator(box));
  return fillers.get(box);
};
for (const box of document.querySelectorAll("[data-hitung]")) {
  box.addEventListener("toggle", () => box.open && fillerOf(box));
  box.hidden = false;
}

const openShared = async () => {
  if (!location.hash.startsWith("#hitung:")) return;
  await loadRumus();
  const calculation = rumus.shared(location.hash);
  const box =
    calculation && document.querySelector(`[data-id="${CSS.escape(calculation.id)}"][data-hitung]`);
  if (!box) return;
  const fill = await fillerOf(box);
  box.open = true;
  fill(calculation.numbers);
  box.scrollIntoView();
};
addEventListener("hashchange", openShared);
openShared();

let formulas;
// The formulas of the page's twin for programs, by the ids of what they calculate.
const fetched = async () => {
  const answer = await fetch("index.json");
  if (!answer.ok) throw new Error(`index.json: ${answer.status}`);
  const { tujuan = [], sasaran } = await answer.json();
  const indicators = [...tujuan, ...sasaran].flatMap(({ indikator = [] }) => indikator);
  const lines = indicators.flatMap((each) => [each, ...(each.rincian ?? [])]);
  return Object.fromEntries(lines.map((each) => [each.id, each.rumus]));
};

const copyButtons = (formula) => {
  const row = newElement("div", { className: "salin-baris" });
  for (const [key, name] of Object.entries(words.bentuk)) {
    if (formula[key] === undefined) continue;
    const text = typeof formula[key] === "string" ? formula[key] : JSON.stringify(formula[key]);
    row.append(copyButton(name, () => text));
  }
  return row;
};

// Filled when it is first opened; what could not be loaded is tried again when it is opened again.
const offerCopies = (box) => {
  const notice = newElement("p", { className: "redup" });
  notice.setAttribute("role", "status");
  box.append(notice);
  box.addEventListener("toggle", async () => {
    if (!box.open || box.querySelector(".salin-baris")) return;
    notice.textContent = words.memuat;
    try {
      formulas ??= fetched();
      const row = copyButtons((await formulas)[box.dataset.salinRumus]);
      notice.textContent = "";
      if (!box.querySelector(".salin-baris")) box.append(row);
    } catch {
      formulas = undefined;
      notice.textContent = words.gagal_dimuat;
    }
  });
  box.hidden = false;
};

// Without a clipboard, as on a page that did not come by https, no button stands that does nothing.
if (navigator.clipboard) {
  document.querySelectorAll("[data-salin-rumus]").forEach(offerCopies);
}

// "Salin untuk SKP". A browser lets a page write only right after the click, so it is given what is
// still to come, also how the table is made.
const tableButton = document.querySelector("[data-salin-tabel]");
if (tableButton && navigator.clipboard && globalThis.ClipboardItem) {
  const headings = JSON.parse(tableButton.dataset.salinTabel);
  const said = JSON.parse(tableButton.dataset.kataUnduh);
  const made = async (kind) => (await import("./unduh.js")).table(kind, headings);
  const copied = () => {
    const item = new ClipboardItem(
      Object.fromEntries(["text/html", "text/plain"].map((kind) => [kind, made(kind)])),
    );
    // eslint-disable-next-line no-restricted-properties -- to the clipboard, not into a page
    return navigator.clipboard.write([item]);
  };
  offers(tableButton, copied, said.tabel_disalin, said.tabel_gagal);
  tableButton.hidden = false;
}
