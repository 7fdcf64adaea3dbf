// The table of "Salin untuk SKP", made when it is asked for; nothing leaves the page.
import { asHtml, asText, rowsOf } from "./skp.js";

const FORMS = { "text/html": asHtml, "text/plain": asText };

export const table = async (kind, headings) => {
  const answer = await fetch("index.json");
  if (!answer.ok) throw new Error(`index.json: ${answer.status}`);
  const rows = [headings, ...rowsOf(await answer.json())];
  return new Blob([FORMS[kind](rows)], { type: kind });
};
