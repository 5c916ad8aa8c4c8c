import { buttonsOf, isObject, type Message, type TeamsPerson } from "./teams/index.ts";
import { typed } from "../journeys/missing-child.ts";

/** What people were promised: the reference that answered a confirmation, and what acknowledgement was answered. */
export interface Promised {
  /** Case reference to the report's reference and the draft that was confirmed. */
  readonly confirmed: Map<string, { readonly ref: string; readonly draft: string }>;
  /** Document ids of reports whose acknowledgement was answered. */
  readonly acknowledged: Set<string>;
  /** Turns that were answered, and turns that were cut off. */
  turns: number;
  cut: number;
}

/** When the service can be spoken to, and whether people should begin anything new. */
export interface Service {
  up(): Promise<void>;
  readonly open: boolean;
}

const draftOn = ({ card }: Message): string | null => {
  const found = card === null ? undefined : buttonsOf(card).find(({ verb }) => verb === "draft.answer");
  return typeof found?.data["draft"] === "string" ? found.data["draft"] : null;
};

/** What somebody in a hurry presses on this screen. */
const press = (message: Message, caseRef: string): readonly [string, Record<string, string>] => {
  const titles = message.card === null ? [] : buttonsOf(message.card).map(({ title }) => title);
  for (const title of ["A child is missing", "Tell them now", "Send now, details later"])
    if (titles.includes(title)) return [title, {}];
  return ["Continue", message.words.includes("AMB-") ? { status: "cla", caseRef } : {}];
};

const referenceIn = (words: string): string | undefined => /NTK-\d{4}-\d{4,}/.exec(words)?.[0];

/** What `fetch` says when the line breaks; by its name, because a test's realm has another TypeError. */
const isCutOff = (fault: unknown): boolean => isObject(fault) && fault["name"] === "TypeError";

/** Far more than a report has screens: whoever needs so many is going round in circles. */
const mostPresses = 100;

type Insist = <T>(act: () => Promise<T>) => Promise<T>;

/** Does it, again and again while the service goes down under it, as somebody at a screen would. */
const insisting =
  (service: Service, promised: Promised): Insist =>
  async (act) => {
    for (;;) {
      await service.up();
      try {
        const done = await act();
        promised.turns += 1;
        return done;
      } catch (fault) {
        if (!isCutOff(fault)) throw fault;
        promised.cut += 1;
      }
    }
  };

const report = async (insist: Insist, promised: Promised, person: TeamsPerson, caseRef: string): Promise<void> => {
  const screen = (): Message | undefined => person.sees().findLast((message) => draftOn(message) !== null);
  while (screen() === undefined) await insist(() => person.says(typed, `typed:${caseRef}`));
  let presses = 0;
  for (let message = screen(); message !== undefined; message = screen()) {
    const now = message;
    presses += 1;
    if (presses > mostPresses) throw new Error(`${caseRef} gets nowhere. The card says:\n${now.words}`);
    const draft = draftOn(now) ?? "";
    const [title, values] = press(now, caseRef);
    const { words } = await insist(() => person.clicks(now, title, values));
    const ref = referenceIn(words);
    if (ref !== undefined) promised.confirmed.set(caseRef, { ref, draft });
  }
};

const acknowledge = async (insist: Insist, promised: Promised, person: TeamsPerson, told: Message): Promise<void> => {
  const answer = await insist(() => person.clicks(told, "Acknowledge"));
  const id = acknowledgeable(told);
  if (answer.card !== null && id !== null) promised.acknowledged.add(id);
};

/** People at their screens, and what they were promised. */
export const createLoad = (service: Service, promised: Promised) => {
  const insist = insisting(service, promised);
  let cases = 1000;
  return {
    /** Reports one thing after another until nothing new should be begun. */
    reporter: async (person: TeamsPerson): Promise<void> => {
      while (service.open) await report(insist, promised, person, `AMB-${String((cases += 1))}`);
    },
    /** Acknowledges whatever arrives. */
    reader: async (person: TeamsPerson): Promise<void> => {
      const done = new Set<string>();
      while (service.open) {
        const next = person.sees().find((message) => !done.has(message.id) && acknowledgeable(message) !== null);
        if (next === undefined) await new Promise((resolve) => setTimeout(resolve, 20));
        else {
          done.add(next.id);
          await acknowledge(insist, promised, person, next);
        }
      }
    },
  };
};

const acknowledgeable = ({ card }: Message): string | null => {
  const button = card === null ? undefined : buttonsOf(card).find(({ verb }) => verb === "report.acknowledge");
  const id = isObject(button?.data) ? button.data["report"] : undefined;
  return typeof id === "string" ? id : null;
};

/** Who can be spoken to now: people wait while the service is down. */
export const createDoor = () => {
  let gate = Promise.withResolvers<undefined>();
  let open = true;
  return {
    service: {
      up: (): Promise<undefined> => gate.promise,
      get open() {
        return open;
      },
    },
    opens: (): void => {
      gate.resolve(undefined);
    },
    shuts: (): void => {
      gate = Promise.withResolvers<undefined>();
    },
    closes: (): void => {
      open = false;
    },
  };
};
