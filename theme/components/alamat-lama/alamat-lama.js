// Who comes by the address of an indicator that left the page is answered below its title; without a
// script the whole list stands at the end of the page.
const old = document.querySelector(".alamat-lama");

const answer = () => {
  const asked = location.hash.slice(1);
  const rows = [...old.querySelectorAll("li")];
  for (const row of rows) row.hidden = row.id !== asked;
  old.hidden = rows.every((row) => row.hidden);
  if (old.hidden) return;
  const title = document.querySelector("h1");
  title.after(old);
  old.focus({ preventScroll: true });
  title.scrollIntoView();
};

addEventListener("hashchange", answer);
answer();
