// What every page can do beyond reading. Nothing here is needed to read.
const root = document.documentElement;
const systemIsDark = matchMedia("(prefers-color-scheme: dark)");

// Runs before the first paint, so that a chosen theme does not flash. Without it the system decides.
try {
  const theme = localStorage.getItem("iki-tema");
  if (theme === "gelap" || theme === "terang") root.dataset.tema = theme;
} catch {
  // Storage may be closed; then the system's theme stays.
}

const offerThemes = () => {
  const button = document.querySelector("[data-tema-tombol]");
  const isDark = () => (root.dataset.tema ? root.dataset.tema === "gelap" : systemIsDark.matches);
  const mark = () => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    root.dataset.tema = isDark() ? "terang" : "gelap";
    try {
      localStorage.setItem("iki-tema", root.dataset.tema);
    } catch {
      // Storage may be closed; the choice then lasts for this page.
    }
    mark();
  });
  systemIsDark.addEventListener("change", mark);
  mark();
  button.hidden = false;
};

// Whatever an address names is unfolded, or what it stands in.
const unfold = () => {
  const folded = document.getElementById(location.hash.slice(1))?.closest("details");
  if (folded) folded.open = true;
};

// What is folded is printed too; afterwards it is as it was.
let unfolded = [];
addEventListener("beforeprint", () => {
  unfolded = [...document.querySelectorAll(".lipat:not([open])")];
  for (const each of unfolded) each.open = true;
});
addEventListener("afterprint", () => {
  for (const each of unfolded) each.open = false;
});

// Paper says when it was printed.
addEventListener("beforeprint", () => {
  const day = new Date().toLocaleDateString("id-ID", { dateStyle: "long" });
  for (const place of document.querySelectorAll("[data-dicetak]")) {
    place.textContent = ` ${place.dataset.dicetak} ${day}`;
  }
});

// The drawer is a native dialog: focus stays inside, Escape closes it, focus returns. Its menu is that at
// the foot of the page, which whoever has no script reads there: no page carries it twice.
const offerDrawer = () => {
  const drawer = document.getElementById("_laci");
  const menu = document.querySelector(".kaki").querySelectorAll("li");
  drawer.querySelector("nav:last-of-type > ul").prepend(...Array.from(menu, (item) => item.cloneNode(true)));
  const button = document.querySelector("[data-laci-buka]");
  button.addEventListener("click", () => {
    drawer.showModal();
    button.setAttribute("aria-expanded", "true");
  });
  drawer.addEventListener("close", () => button.setAttribute("aria-expanded", "false"));
  drawer.addEventListener("click", ({ target }) => {
    if (target === drawer || target.closest("a, [data-laci-tutup]")) drawer.close();
  });
  button.hidden = false;
};

// As soon as the page is read to its end.
const offer = () => {
  offerThemes();
  offerDrawer();
  unfold();
};
addEventListener("hashchange", unfold);
document.addEventListener("readystatechange", offer, { once: true });
