// Runs before the first paint, so that a chosen theme does not flash. Without it the system decides.
try {
  const theme = localStorage.getItem("iki-tema");
  if (theme === "gelap" || theme === "terang") document.documentElement.dataset.tema = theme;
} catch {
  // Storage may be closed; then the system's theme stays.
}
