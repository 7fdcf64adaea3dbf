// "Coba hitung": the form of a calculator. Nothing that is typed leaves the page.
import { copyButton, newElement } from "./bagikan.js";
import * as rumus from "./rumus.js";

const words = KATA.alat.hitung;

const SHOWN_DECIMALS = 4;

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
// What fills a calculator in, which is made when it is first asked for.
export const fillerOf = (box) => {
  if (!fillers.has(box)) fillers.set(box, newCalculator(box));
  return fillers.get(box);
};

// A shared calculation is opened with its numbers.
export const openShared = () => {
  const calculation = rumus.shared(location.hash);
  const box =
    calculation && document.querySelector(`[data-id="${CSS.escape(calculation.id)}"][data-hitung]`);
  if (!box) return;
  const fill = fillerOf(box);
  box.open = true;
  fill(calculation.numbers);
  box.scrollIntoView();
};
