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
      el(
        "span",
        { class: "person-words" },
        el("span", { class: "person-name", text: person.name }),
        el("span", { class: "person-post", text: roleOf(person) }),
      ),
      unreadBadge(person.unread),
    ),
  );

const matches = (person: PersonView, wanted: string): boolean =>
  [person.name, ...person.posts, person.team ?? ""].some((text) => text.toLowerCase().includes(wanted));

/** The list of everybody one can be, those with something new first. */
export const createPeople = ({ become }: PeopleDeps) => {
  const list = el("div", { class: "people-list" });
  let shown: State | null = null;
  const filter = el("input", {
    type: "search",
    class: "filter",
    placeholder: "Find a person or a post",
    "aria-label": "Find a person or a post",
    on: {
      input: () => {
        if (shown) draw(shown);
      },
    },
  });
  byId("people").append(el("div", { class: "pane-head" }, el("h2", { text: "Who are you?" })), filter, list);

  const section = (title: string, people: readonly PersonView[], me: PersonView): HTMLElement | null =>
    people.length === 0
      ? null
      : el(
          "section",
          {},
          el("h3", { class: "list-title", text: title }),
          el("ul", { class: "list" }, ...people.map((person) => row(person, person.account === me.account, become))),
        );

  const draw = (state: State): void => {
    shown = state;
    const wanted = filter.value.trim().toLowerCase();
    const { people, startAs, watch } = state.room;
    const found = people.filter((person) => matches(person, wanted));
    const first = found.filter(
      ({ account, unread }) => account === startAs || account === watch || account === state.me.account || unread > 0,
    );
    refill(
      list,
      section(
        "Start here",
        first.toSorted((a, b) => rank(a, state) - rank(b, state)),
        state.me,
      ),
      section(
        "Everybody else",
        found.filter((person) => !first.includes(person)),
        state.me,
      ),
      found.length === 0 ? el("p", { class: "empty", text: "Nobody by that name or post." }) : null,
    );
  };
  return { draw };
};

/** Whoever reports, then whoever is told, then those with news. */
const rank = ({ account }: PersonView, { room }: State): number =>
  account === room.startAs ? 0 : account === room.watch ? 1 : 2;

/** The way to the list where it is folded away: who I am, and how many others have news. */
export const meButton = ({ me, room }: State, open: () => void): HTMLElement => {
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
    avatar(me.name),
    el(
      "span",
      { class: "person-words" },
      el("span", { class: "person-name", text: me.name }),
      el("span", { class: "person-post", text: roleOf(me) }),
    ),
    unreadBadge(others),
    drawing("chevron"),
  );
};
