/** Source that runs in the page. Kept as text, so that the rest of the tests never see a browser's globals. */

/** Texts on the page whose contrast with what lies behind them is below 4.5:1, as "words: ratio". */
export const tooFaint = `(() => {
  const numbers = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const linear = (part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  const ground = (element) => {
    if (!element) return [255, 255, 255];
    const back = numbers(getComputedStyle(element).backgroundColor);
    return back.length >= 3 && (back[3] ?? 1) > 0.5 ? back : ground(element.parentElement);
  };
  const ratio = (element) => {
    const [a, b] = [light(numbers(getComputedStyle(element).color)), light(ground(element))];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  const hasOwnWords = (element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== "");
  return [...document.querySelectorAll("body *")]
    .filter((element) => hasOwnWords(element) && element.checkVisibility() && !element.closest(".unseen, [inert]"))
    .filter((element) => ratio(element) < 4.5)
    .map((element) => element.textContent + ": " + ratio(element).toFixed(2));
})()`;

/** Whether anything but a list that is meant to has to be scrolled sideways. */
export const scrollsSideways = `[document.documentElement, ...document.querySelectorAll(".room, .messages, .conversation, .chats, .people")]
  .some((element) => element.scrollWidth > element.clientWidth + 1)`;

/** Whether the focus is within the open dialog, or with the browser itself. */
export const isFocusInDialog = `document.activeElement === document.body || document.activeElement.closest("dialog[open]") !== null`;
