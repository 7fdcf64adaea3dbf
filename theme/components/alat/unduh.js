// The table of "Salin untuk SKP", made when it is asked for; nothing leaves the page.
import { asHtml, asText, rowsOf } from "./skp.js";

const HEADINGS = [
  KATA.label.sasaran,
  KATA.label.indikator,
  KATA.label.bagaimana_dihitung,
  KATA.capaian.target,
  KATA.indikator.satuan,
  KATA.label.sumber_data,
];
const FORMS = { "text/html": asHtml, "text/plain": asText };

export const table = async (kind) => {
  const answer = await fetch("index.json");
  if (!answer.ok) throw new Error(`index.json: ${answer.status}`);
  const rows = [HEADINGS, ...rowsOf(await answer.json())];
  return new Blob([FORMS[kind](rows)], { type: kind });
};
