// What every page can do beyond reading. Nothing here is needed to read.
const root = document.documentElement;
const systemIsDark = matchMedia("(prefers-color-scheme: dark)");

const themeButton = document.querySelector("[data-tema-tombol]");
const isDark = () => (root.dataset.tema ? root.dataset.tema === "gelap" : systemIsDark.matches);
const markTheme = () => themeButton.setAttribute("aria-pressed", String(isDark()));
themeButton.addEventListener("click", () => {
  root.dataset.tema = isDark() ? "terang" : "gelap";
  try {
    localStorage.setItem("iki-tema", root.dataset.tema);
  } catch {
    // Storage may be closed; the choice then lasts for this page.
  }
  markTheme();
});
systemIsDark.addEventListener("change", markTheme);
markTheme();
themeButton.hidden = false;

// Paper says when it was printed.
addEventListener("beforeprint", () => {
  const day = new Date().toLocaleDateString("id-ID", { dateStyle: "long" });
  for (const place of document.querySelectorAll("[data-dicetak]")) {
    place.textContent = ` ${place.dataset.dicetak} ${day}`;
  }
});

// The drawer is a native dialog: focus stays inside, Escape closes it, focus returns.
const drawer = document.getElementById("_laci");
const drawerButton = document.querySelector("[data-laci-buka]");
drawerButton.addEventListener("click", () => {
  drawer.showModal();
  drawerButton.setAttribute("aria-expanded", "true");
});
drawer.addEventListener("close", () => drawerButton.setAttribute("aria-expanded", "false"));
drawer.addEventListener("click", ({ target }) => {
  if (target === drawer || target.closest("a, [data-laci-tutup]")) drawer.close();
});
drawerButton.hidden = false;
