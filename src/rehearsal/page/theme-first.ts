// Runs before the first paint, so that a dark room never flashes white.
{
  const chosen = localStorage.getItem("theme");
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset["theme"] = chosen ?? (dark ? "dark" : "light");
}
