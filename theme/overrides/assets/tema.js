// Runs before the first paint, so that a chosen theme does not flash. Without it the system decides.
try {
  const tema = localStorage.getItem("iki-tema");
  if (tema === "gelap" || tema === "terang") document.documentElement.dataset.tema = tema;
} catch {
  // Storage may be closed; then the system's theme stays.
}
