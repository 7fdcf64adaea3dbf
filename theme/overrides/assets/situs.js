// What every page can do beyond reading. Nothing here is needed to read.
const akar = document.documentElement;
const gelap = matchMedia("(prefers-color-scheme: dark)");

const tombolTema = document.querySelector("[data-tema-tombol]");
const temaGelap = () => (akar.dataset.tema ? akar.dataset.tema === "gelap" : gelap.matches);
const tandaiTema = () => tombolTema.setAttribute("aria-pressed", String(temaGelap()));
tombolTema.addEventListener("click", () => {
  akar.dataset.tema = temaGelap() ? "terang" : "gelap";
  try {
    localStorage.setItem("iki-tema", akar.dataset.tema);
  } catch {
    // Storage may be closed; the choice then lasts for this page.
  }
  tandaiTema();
});
gelap.addEventListener("change", tandaiTema);
tandaiTema();
tombolTema.hidden = false;

// The drawer is a native dialog: focus stays inside, Escape closes it, focus returns.
const laci = document.getElementById("_laci");
const buka = document.querySelector("[data-laci-buka]");
buka.addEventListener("click", () => {
  laci.showModal();
  buka.setAttribute("aria-expanded", "true");
});
laci.addEventListener("close", () => buka.setAttribute("aria-expanded", "false"));
laci.addEventListener("click", (kejadian) => {
  const { target } = kejadian;
  if (target === laci || target.closest("a, [data-laci-tutup]")) laci.close();
});
buka.hidden = false;
