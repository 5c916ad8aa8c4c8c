import { byId } from "./dom.ts";

type Theme = "light" | "dark";
const dark = matchMedia("(prefers-color-scheme: dark)");
const isTheme = (value: string | null): value is Theme => value === "light" || value === "dark";

const chosen = (): Theme | null => {
  const stored = localStorage.getItem("theme");
  return isTheme(stored) ? stored : null;
};

const show = (): void => {
  const theme = chosen() ?? (dark.matches ? "dark" : "light");
  document.documentElement.dataset["theme"] = theme;
  const other = theme === "dark" ? "light" : "dark";
  byId("theme-button").setAttribute("aria-label", `Switch to ${other}`);
  byId("theme-button").title = `Switch to ${other}`;
};

/** Follows the machine until somebody chooses. */
export const startTheme = (): void => {
  dark.addEventListener("change", show);
  byId("theme-button").addEventListener("click", () => {
    localStorage.setItem("theme", document.documentElement.dataset["theme"] === "dark" ? "light" : "dark");
    show();
  });
  show();
};
