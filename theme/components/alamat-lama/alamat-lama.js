// Who comes by the address of an indicator that left the page is answered below its title; without a
// script the whole list stands at the end of the page.
const old = document.querySelector(".alamat-lama");

const answer = () => {
  const asked = location.hash.slice(1);
  const rows = [...old.querySelectorAll("li")];
  for (const row of rows) row.hidden = row.id !== asked;
  old.hidden = rows.every((row) => row.hidden);
  if (old.hidden) return;
  document.querySelector("h1").after(old);
  old.focus({ preventScroll: true });
  document.getElementById(asked).scrollIntoView();
};

addEventListener("hashchange", answer);
answer();
