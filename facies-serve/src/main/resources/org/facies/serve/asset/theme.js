// Light or dark: as the system says, or as the reader chose on this machine. Runs before the page is drawn.
(() => {
  "use strict";
  const root = document.documentElement;
  const stored = () => {
    try {
      return localStorage.getItem("facies-theme");
    } catch {
      return null;
    }
  };
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";
  const chosen = stored();
  if (chosen === "dark" || chosen === "light") {
    root.dataset.theme = chosen;
  }
  document.addEventListener("DOMContentLoaded", () => {
    for (const button of document.querySelectorAll("[data-theme-switch]")) {
      button.hidden = false;
      const tell = () => button.setAttribute("aria-pressed", String(isDark()));
      tell();
      system.addEventListener("change", tell);
      button.addEventListener("click", () => {
        const next = isDark() ? "light" : "dark";
        root.dataset.theme = next;
        tell();
        try {
          localStorage.setItem("facies-theme", next);
        } catch {
          // The choice then lasts for this page only.
        }
      });
    }
  });
})();
