import type { CoverView } from "../domain/cover/cover.ts";
import { dayInWords } from "../time/say.ts";
import { act, box, card, heading, quiet, say, strong } from "./kit.ts";
import type { Element, SpokenCard } from "./schema.ts";
import { sideBySide } from "./kit-rows.ts";
import { listed, typed } from "./text.ts";

export const coverVerbs = ["cover.say", "cover.confirm", "cover.end"] as const;
export type CoverVerb = (typeof coverVerbs)[number];

const dates = ({ from, until }: CoverView): string =>
  from === until ? `On ${dayInWords(from)}` : `From ${dayInWords(from)} to ${dayInWords(until)}`;

const titles = ({ posts }: CoverView): string => listed(posts.map(({ title }) => title));

/** "From … to …, Priya Nair is told instead of you, as Assistant Director." */
const sentence = (view: CoverView): string => {
  const as = view.posts.length === 0 ? "" : `, as ${titles(view)}`;
  return view.instead === null
    ? `${dates(view)}, nobody is named to cover for you${as}.`
    : `${dates(view)}, ${view.instead} is told instead of you${as}.`;
};

const others = ({ instead, posts }: CoverView): Element[] =>
  instead === null
    ? posts.map(({ title, otherwise }) =>
        say(typed(`${title}: ${otherwise === null ? "nobody would be told" : `${otherwise} is told`}.`), {
          spacing: "small",
        }),
      )
    : [];

const whatWasTyped = (text: string): Element => ({
  type: "Input.Text",
  id: "text",
  label: "From when until when are you away, and who covers?",
  value: text,
  placeholder: "I'm away 3 to 14 August, Priya covers",
  maxLength: 300,
  isRequired: true,
  errorMessage: "Write something here first.",
});

/** What was read from somebody's words, to be confirmed before it counts. */
export const coverPlanCard = (view: CoverView, text: string): SpokenCard =>
  card({
    spoken: sentence(view),
    body: [
      heading("You are away"),
      say(typed(sentence(view))),
      ...others(view),
      quiet("It follows by date. Nothing is changed until you confirm it; type **I'm back** to end it early."),
    ],
    actions: [
      act("Confirm", "cover.confirm", { cover: view.id }, { style: "positive", associatedInputs: "none" }),
      {
        type: "Action.ShowCard",
        title: "Change",
        card: {
          type: "AdaptiveCard",
          body: [whatWasTyped(text)],
          actions: [act("Read it again", "cover.say", {}, { style: "positive" })],
        },
      },
    ],
  });

/** What could not be read, with the reason and what was typed. */
export const coverUnclearCard = (why: string, text: string): SpokenCard =>
  card({
    spoken: why,
    body: [box([strong(typed(why))], { style: "warning" }), whatWasTyped(text)],
    actions: [
      act("Read it again", "cover.say", {}, { style: "positive" }),
      act("This is something to report", "draft.start", {}),
    ],
  });

const words = {
  planned: "Not confirmed",
  confirmed: "Confirmed",
  ended: "Ended",
  passed: "Over",
} as const satisfies Record<CoverView["state"], string>;

/** What became of a time away. */
export const coverCard = (view: CoverView): SpokenCard =>
  card({
    spoken: `${words[view.state]}. ${sentence(view)}`,
    body: [
      heading(words[view.state]),
      say(typed(view.state === "ended" ? "You are told as always from now on." : sentence(view))),
      ...(view.state === "confirmed" ? others(view) : []),
      view.state === "confirmed" ? quiet("Type **I'm back** to end it early, or **cover** to see who is away.") : null,
    ],
    actions: [view.state === "confirmed" ? act("End it", "cover.end", { cover: view.id }) : null],
  });

const row = (view: CoverView): Element => {
  const covers = view.instead === null ? "nobody covers" : `${view.instead} covers`;
  const text = [
    strong(typed(view.person)),
    say(typed(`${dates(view)}: ${covers}`), { spacing: "none" }),
    quiet(typed(titles(view)), { spacing: "none" }),
  ];
  const end = act("End it", "cover.end", { cover: view.id });
  return view.mine ? sideBySide(text, [{ type: "ActionSet", actions: [end] }]) : box(text);
};

const shown = 20;

/** Who is away now or will be, and who covers. */
export const coversCard = (views: readonly CoverView[]): SpokenCard =>
  card({
    spoken: views.length === 0 ? "Nobody has said that they are away." : `${String(views.length)} away or soon away.`,
    body: [
      heading("Who is away"),
      ...(views.length === 0 ? [say("Nobody has said that they are away.")] : []),
      ...views.slice(0, shown).map(row),
      views.length > shown ? quiet(`Showing ${String(shown)} of ${String(views.length)}.`) : null,
      quiet("To say that you are away, type for example: **I'm away 3 to 14 August, Priya covers**."),
    ],
  });
