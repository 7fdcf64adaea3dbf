// The indicators of a position as a table to paste, from the page's twin for programs.

const flat = (item) =>
  typeof item === "string"
    ? item
    : [item.teks, item.butir.map(flat).join("; ")].filter(Boolean).join(" ");

const targets = ({ target = {} }) =>
  Object.entries(target)
    .map((each) => each.join(": "))
    .join("; ");

// A row for each indicator and each of its lines; a merged cell of data sources counts for all.
export const rowsOf = ({ tujuan = [], sasaran }) => {
  let sources = "";
  return [...tujuan, ...sasaran].flatMap(({ uraian = "", indikator = [] }) =>
    indikator.flatMap((each) => {
      if (!each.sumber_data_gabung) sources = (each.sumber_data ?? []).map(flat).join("; ");
      return [each, ...(each.rincian ?? [])].map((line) => [
        uraian,
        line === each ? each.nama : `${each.nama}: ${line.nama}`,
        (line.rumus ?? each.rumus)?.teks ?? "",
        targets(line),
        line.satuan ?? each.satuan ?? "",
        sources,
      ]);
    }),
  );
};

// As in our CSV: what a spreadsheet would take for a formula begins with an apostrophe.
const guarded = (text) =>
  /^['=+\-@＝＋－＠]/u.test(text) && !/^[-+]?\d[\d.,]*\s?%?$/u.test(text) ? `'${text}` : text;

export const asText = (rows) => rows.map((row) => row.map(guarded).join("\t")).join("\r\n");

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text) => text.replace(/[&<>"]/gu, (sign) => SIGNS[sign]);
const cell = (text) => `<td>${escaped(guarded(text))}</td>`;

export const asHtml = (rows) =>
  `<table>${rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("")}</table>`;
