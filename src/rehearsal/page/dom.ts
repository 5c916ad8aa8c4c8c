type Child = Node | string | null;

type Value = string | number | boolean | null | undefined;
type Listeners = Readonly<Record<string, (event: Event) => void>>;

interface Attributes {
  readonly class?: string;
  readonly text?: string;
  readonly on?: Listeners;
  readonly [attribute: string]: Value | Listeners;
}

/** Builds an element. `true` sets an empty attribute, `false` and null leave it out. Never takes HTML. */
export const el = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  { class: classes, text, on, ...attributes }: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] => {
  const made = document.createElement(tag);
  if (classes !== undefined) made.className = classes;
  if (text !== undefined) made.textContent = text;
  for (const [name, value] of Object.entries(attributes))
    if (typeof value !== "object") setAttribute(made, name, value);
  for (const [name, listener] of Object.entries(on ?? {})) made.addEventListener(name, listener);
  made.append(...children.filter((child) => child !== null));
  return made;
};

const setAttribute = (made: HTMLElement, name: string, value: Value): void => {
  if (value === false || value === null || value === undefined) return;
  made.setAttribute(name, value === true ? "" : String(value));
};

/** The element of the page with this id. Throws when the page has none: the HTML and the code have then parted. */
export const byId = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
};

/** Line drawings on a grid of 20. */
const drawings = {
  back: "M12.5 4.5 7 10l5.5 5.5",
  send: "M3.5 4 17 10 3.5 16l1.8-6Zm1.8 6h5.2",
  flag: "M5 17V3.5m0 .8c4-2 6 2 10 0v7.5c-4 2-6-2-10 0",
  close: "m5.5 5.5 9 9m0-9-9 9",
  people:
    "M7.5 9.5a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6Zm-5 6.5c.2-2.8 2-4.3 5-4.3s4.8 1.5 5 4.3m.3-6.8a2.3 2.3 0 1 0-.3-4.5m1.5 6.8c2.3.2 3.5 1.5 3.8 4",
  channel: "M3.5 5.5h13m-13 4.5h13m-13 4.5h8",
  chevron: "m6 8 4 4 4-4",
  phone:
    "M6.5 3.5 8.7 7 7.2 8.7c1 1.8 2.3 3.1 4.1 4.1l1.7-1.5 3.5 2.2c-.3 2-1.3 3-3 3C9 16.5 3.5 11 3.5 6.5c0-1.7 1-2.7 3-3Z",
} as const;
export type Drawing = keyof typeof drawings;

export const drawing = (name: Drawing): SVGSVGElement => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", drawings[name]);
  svg.append(path);
  return svg;
};

/** Puts new children in, and gives the focus back to the child that had it, known by `data-key`. */
export const refill = (host: HTMLElement, ...children: readonly Child[]): void => {
  const focused = document.activeElement instanceof HTMLElement && host.contains(document.activeElement);
  const key =
    focused && document.activeElement instanceof HTMLElement ? document.activeElement.dataset["key"] : undefined;
  host.replaceChildren(...children.filter((child) => child !== null));
  if (key !== undefined) host.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
};

const tones = 8;
const toneOf = (text: string): number => {
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % tones;
};

/** A person's initials on a colour of their own. */
export const avatar = (name: string): HTMLElement => {
  const words = name.split(" ");
  const initials = `${words[0]?.[0] ?? ""}${words.length > 1 ? (words.at(-1)?.[0] ?? "") : ""}`;
  return el("span", { class: `avatar tone-${String(toneOf(name))}`, "aria-hidden": "true", text: initials });
};

export const botAvatar = (): HTMLElement =>
  el("img", { class: "avatar bot", src: "/rehearsal/page/mark.svg", alt: "", width: 32, height: 32 });
