// Copying: a button says for a moment what became of it, then its own words again.
export const words = JSON.parse(document.querySelector("[data-kata]").dataset.kata);

const SAY_FOR = 2500;
const resting = new Map();
const copy = async (button, text, done = words.disalin) => {
  const said = await navigator.clipboard.writeText(text).then(
    () => done,
    () => words.gagal_disalin,
  );
  const { label, timer } = resting.get(button) ?? { label: button.textContent };
  clearTimeout(timer);
  button.textContent = said;
  const back = setTimeout(() => {
    button.textContent = label;
    resting.delete(button);
  }, SAY_FOR);
  resting.set(button, { label, timer: back });
};
export const offersCopy = (button, text, done) => {
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", () => copy(button, text(), done));
};
