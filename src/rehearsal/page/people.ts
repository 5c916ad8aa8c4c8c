import type { PersonView } from "../wire.ts";
import { avatar, byId, drawing, el, refill } from "./dom.ts";
import type { State } from "./state.ts";
import { counted } from "./words.ts";

interface PeopleDeps {
  readonly become: (account: string) => void;
}

const roleOf = ({ posts }: PersonView): string => posts.join(" and ");

const unreadBadge = (unread: number): HTMLElement | null =>
  unread === 0
    ? null
    : el(
        "span",
        { class: "badge" },
        el("span", { text: String(unread), "aria-hidden": "true" }),
        el("span", { class: "unseen", text: counted(unread, "new message") }),
      );

const nameAndPost = (person: PersonView): HTMLElement =>
  el(
    "span",
    { class: "person-words" },
    el("span", { class: "person-name", text: person.name }),
    el("span", { class: "person-post", text: roleOf(person) }),
  );

const row = (person: PersonView, isMe: boolean, become: PeopleDeps["become"]): HTMLElement =>
  el(
    "li",
    {},
    el(
      "button",
      {
        type: "button",
        class: `person${person.unread > 0 ? " has-news" : ""}`,
        "data-key": `person-${person.account}`,
        "aria-current": isMe ? "true" : null,
        on: {
          click: () => {
            become(person.account);
          },
        },
      },
      avatar(person.name),
      nameAndPost(person),
      unreadBadge(person.unread),
    ),
  );

const matches = (person: PersonView, wanted: string): boolean =>
  [person.name, ...person.posts, person.team ?? ""].some((text) => text.toLowerCase().includes(wanted));

/** The list of everybody one can be, those with something new first. */
export const createPeople = (deps: PeopleDeps) => {
  const list = el("div", { class: "people-list" });
  const words = "Find a person or a post";
  const filter = el("input", { type: "search", class: "filter", placeholder: words, "aria-label": words });
  let shown: State | null = null;
  const draw = (state: State): void => {
    shown = state;
    drawList(list, state, filter.value.trim().toLowerCase(), deps);
  };
  filter.addEventListener("input", () => {
    if (shown) draw(shown);
  });
  byId("people").append(el("div", { class: "pane-head" }, el("h2", { text: "Who are you?" })), filter, list);
  return { draw };
};

const drawList = (list: HTMLElement, state: State, wanted: string, deps: PeopleDeps): void => {
  const { people } = state.room;
  const found = people.filter((person) => matches(person, wanted));
  const first = found.filter((person) => isFirst(person, state)).toSorted((a, b) => rank(a, state) - rank(b, state));
  const others = found.filter((person) => !first.includes(person));
  refill(
    list,
    section("Start here", first, state.me, deps),
    section("Everybody else", others, state.me, deps),
    found.length === 0 ? el("p", { class: "empty", text: "Nobody by that name or post." }) : null,
  );
};

const section = (
  title: string,
  people: readonly PersonView[],
  me: PersonView,
  { become }: PeopleDeps,
): HTMLElement | null => {
  if (people.length === 0) return null;
  const rows = people.map((person) => row(person, person.account === me.account, become));
  return el("section", {}, el("h3", { class: "list-title", text: title }), el("ul", { class: "list" }, ...rows));
};

const isFirst = ({ account, unread }: PersonView, { room, me }: State): boolean =>
  unread > 0 || [room.startAs, room.watch, me.account].includes(account);

/** Whoever reports, then whoever is told, then those with news. */
const rank = ({ account }: PersonView, { room }: State): number =>
  account === room.startAs ? 0 : account === room.watch ? 1 : 2;

/** Wide enough for people, chats and conversation side by side; the style sheet folds below the same width. */
const showsEverything = matchMedia("(width >= 1120px)");

export const onWidthChanged = (changed: () => void): void => {
  showsEverything.addEventListener("change", changed);
};

/** The way to the list where it is folded away: who I am, and how many others have news. */
export const meButton = ({ me, room }: State, open: () => void): HTMLElement => {
  const who = [avatar(me.name), nameAndPost(me)];
  if (showsEverything.matches) return el("div", { class: "me-button" }, ...who);
  const others = room.people.filter(({ account, unread }) => account !== me.account && unread > 0).length;
  return el(
    "button",
    {
      type: "button",
      class: "me-button",
      "data-key": "me",
      "aria-label": `You are ${me.name}, ${roleOf(me)}. Be somebody else`,
      on: { click: open },
    },
    ...who,
    unreadBadge(others),
    drawing("chevron"),
  );
};

/** The same on a telephone, in the corner of the conversation. */
export const meChip = ({ me }: State, open: () => void): HTMLElement =>
  el(
    "button",
    {
      type: "button",
      class: "me-chip",
      "data-key": "me-chip",
      "aria-label": `You are ${me.name}. Be somebody else`,
      on: { click: open },
    },
    avatar(me.name),
  );
