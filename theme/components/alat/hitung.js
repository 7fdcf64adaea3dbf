// "Coba hitung": the form of a calculator. Nothing that is typed leaves the page.
import { copyButton, nameOf, newElement, withName } from "./bagikan.js";
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

// What is typed -> its number and what is said of it: a decimal point is taken for a comma, and
// whatever could have been meant otherwise (1.250; 2,500) is said as it was read.
const readOne = (text) => {
  const refused = text.trim() ? rumus.refusal(text) : null;
  if (refused && refused.why !== "titik") return { number: null, fault: words[refused.why] };
  const number = rumus.readNumber(refused ? refused.remedy : text);
  if (!number) return { number };
  const read = rumus.writeNumber(number, SHOWN_DECIMALS).text.replaceAll(".", "");
  const isPlain = !/[.,]/u.test(text) || read === text.trim();
  const said = isPlain ? [] : [words.terbaca.replace("{angka}", read)];
  if (refused) said.push(words.titik.replace("{ganti}", read));
  return { number, said: said.join(" ") };
};

const readField = ({ input, message, isSet }) => {
  const typed = isSet ? input.value.split(";") : [input.value];
  const read = typed.map(readOne);
  const tooMany = typed.length > rumus.MOST_MEMBERS ? words.kelebihan : "";
  const fault = tooMany || read.map((each) => each.fault).find(Boolean);
  message.textContent = fault || read.map((each) => each.said).find(Boolean) || "";
  message.classList.toggle("redup", !fault);
  input.setAttribute("aria-invalid", String(Boolean(fault)));
  const numbers = read.map(({ number }) => number);
  if (fault || numbers.includes(null)) return null;
  return isSet ? numbers : numbers[0];
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

const shareable = (id, fields) => {
  const typed = ({ input }) => input.value.trim().replaceAll(";", "|");
  const numbers = [...fields].map(([name, field]) => `${name}=${typed(field)}`);
  return new URL(`#hitung:${id};${numbers.join(";")}`, location.href).href;
};

const newFiller = (id) => {
  const button = { type: "button", className: "tombol", textContent: words.isi_contoh };
  return withName(newElement("button", button), nameOf(id));
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
  const toShare = copyButton(words.salin_hitungan, () => shareable(id, fields));
  const share = withName(toShare, nameOf(id));
  const rows = [...fields.values()].map(({ row }) => row);
  const filler = newFiller(id);
  const notice = newElement("p", { className: "redup", hidden: true, textContent: words.bukan_data });
  const form = newElement("form", { className: "hitung-borang" }, filler, ...rows, output, notice, share);
  for (const named of [form, output]) named.setAttribute("aria-labelledby", id);

  const show = () => {
    const values = [...fields].map(([name, field]) => [name, readField(field)]);
    const isComplete = values.every(([, value]) => value !== null);
    share.hidden = !isComplete || !navigator.clipboard;
    output.textContent = isComplete ? resultIn(calculation, values) : "";
  };
  const fill = (numbers) => {
    for (const [name, text] of numbers) if (fields.has(name)) fields.get(name).input.value = text;
    show();
  };
  filler.hidden = !Object.keys(calculation.sample).length;
  filler.addEventListener("click", () => {
    fill(Object.entries(calculation.sample));
    notice.hidden = false;
  });
  form.addEventListener("input", () => {
    notice.hidden = true;
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
  box.append(form);
  return fill;
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
