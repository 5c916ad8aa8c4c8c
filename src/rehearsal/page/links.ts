import type { PersonView } from "../wire.ts";
import { avatar, drawing, el } from "./dom.ts";
import { openSheet } from "./sheet.ts";

/** Whom a Teams call link rings: accounts or emails. */
const calledIn = (url: URL, people: readonly PersonView[]): readonly PersonView[] => {
  const users = (url.searchParams.get("users") ?? "").split(",").map((user) => user.trim().toLowerCase());
  return people.filter(({ account, email }) => users.includes(account.toLowerCase()) || users.includes(email));
};

const isCall = (url: URL): boolean => url.host === "teams.microsoft.com" && url.pathname.startsWith("/l/call/");

const namesIn = (people: readonly PersonView[]): string =>
  people.length === 0 ? "the people named in the link" : people.map(({ name }) => name).join(" and ");

const openCall = (people: readonly PersonView[]): void => {
  const { body, sheet, close } = openSheet("A Teams call");
  sheet.classList.add("small", "light");
  body.append(
    el(
      "div",
      { class: "call" },
      el(
        "div",
        { class: "call-faces" },
        ...people.map(({ name }) => avatar(name)),
        el("span", { class: "call-mark" }, drawing("phone")),
      ),
      el("p", { class: "call-words", text: `In Teams this opens a call with ${namesIn(people)}.` }),
      el("p", { class: "quiet", text: "Nobody is rung here. Pretend the call was made, then record it on the card." }),
    ),
    el(
      "div",
      { class: "sheet-foot" },
      el("button", { type: "button", class: "button primary", text: "OK", on: { click: close } }),
    ),
  );
};

const openOther = (url: string): void => {
  const { body, sheet, close } = openSheet("A link");
  sheet.classList.add("small", "light");
  body.append(
    el("p", { text: "In Teams this leaves for another page:" }),
    el("p", { class: "link-address", text: url }),
    el(
      "div",
      { class: "sheet-foot" },
      el("button", { type: "button", class: "button primary", text: "Stay here", on: { click: close } }),
    ),
  );
};

/** Follows no link: says where Teams would have gone. */
export const openLink = (address: string, people: readonly PersonView[]): void => {
  if (!URL.canParse(address)) return;
  const url = new URL(address);
  if (isCall(url)) openCall(calledIn(url, people));
  else openOther(url.href);
};
