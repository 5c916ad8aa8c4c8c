import fc from "fast-check";
import type { MeetingFact } from "../../../src/domain/meeting/facts.ts";
import { meetingFrom } from "../../../src/domain/meeting/meeting.ts";
import { owedByMeeting, type MeetingIntent, type MeetingIntentOf } from "../../../src/domain/meeting/owed.ts";
import {
  alex,
  asked,
  friday,
  health,
  hour,
  invited,
  jo,
  minute,
  own,
  police,
  priya,
  sam,
  slot,
  times,
} from "./support.ts";

/** Lives of a meeting. RUNS=5000 npx jest test/domain/meeting/calls.property */
const runs = Number(process.env["RUNS"] ?? 300);

const fates = ["done", "done", "done", "crash-after", "crash-before", "refused", "later"] as const;
type Fate = (typeof fates)[number];
const chairs = [priya, jo, alex] as const;
const plans = ["time", "invite", "uninvite", "chair", "chair", "cancel", "telephone", "settle", "settle"] as const;

interface Event {
  readonly transaction: string;
  readonly calendar: string;
  carries: number;
  gone: boolean;
}

/** A calendar that makes one event for a transaction, however often it is asked, and a Watchful that may stop at any point. */
class World {
  readonly facts: MeetingFact[] = [asked()];
  readonly events = new Map<string, Event>();
  now = friday;

  get state() {
    return meetingFrom("m1", this.facts);
  }

  get owed(): readonly MeetingIntent[] {
    return owedByMeeting(this.state, times).filter(({ kind }) =>
      ["begin", "book", "change", "withdraw"].includes(kind),
    );
  }

  /** What a plan adds; nothing when it makes no sense in this state. */
  plan(what: (typeof plans)[number], choice: number): void {
    const base = { at: (this.now += minute), by: sam };
    const { state, chair, timed, telephone } = this.state;
    const to = chairs[choice % chairs.length] ?? priya;
    const open = ["asked", "timed", "ready"].includes(state);
    if (what === "settle" || !open) return;
    const from = slot.from + choice * hour;
    const plan: Record<typeof what, readonly MeetingFact[]> = {
      time: [{ ...base, kind: "timed", slot: { from, to: from + hour }, late: null }],
      invite: [{ ...base, kind: "invited", attendees: [choice % 2 === 0 ? police : health] }],
      uninvite: [{ ...base, kind: "uninvited", attendees: [choice % 2 === 0 ? police : own] }],
      chair: to === chair ? [] : [{ at: base.at, kind: "chairChanged", from: chair, to, why: "On leave" }],
      cancel: choice === 0 ? [{ ...base, kind: "cancelled", reason: "Not needed" }] : [],
      telephone:
        choice === 1 && timed !== null && telephone === null
          ? [
              { ...base, kind: "telephoneAsked", reason: "No line" },
              { ...base, kind: "telephoneAuthorised", reason: "Yes" },
            ]
          : [],
    };
    this.facts.push(...plan[what]);
  }

  /** Performs one thing owed as `intents.ts` says that it is settled. */
  perform(intent: MeetingIntent, fate: Fate, meanwhile: () => void): void {
    this.now += 1000;
    if (fate === "crash-before" || (fate === "later" && intent.kind !== "begin")) return;
    const fact = this.outcome(intent, fate === "refused");
    meanwhile();
    if (fact !== null && fate !== "crash-after") this.facts.push(fact);
  }

  private outcome(intent: MeetingIntent, refused: boolean): MeetingFact | null {
    const at = this.now;
    switch (intent.kind) {
      case "begin": {
        const { transaction, calendar, revision } = intent;
        return { kind: "booking", at, transaction, calendar, revision };
      }
      case "book":
        return this.book(intent, refused);
      case "change":
        return this.change(intent, refused);
      case "withdraw": {
        const event = this.events.get(intent.event);
        if (event) event.gone = true;
        return { kind: "withdrawn", at, event: intent.event, calendar: intent.calendar };
      }
      case "poll":
      case "tell":
      case "happen":
        return null;
    }
  }

  private book({ transaction, calendar, revision }: MeetingIntentOf<"book">, refused: boolean): MeetingFact {
    const at = this.now;
    const known = [...this.events].find(([, event]) => event.transaction === transaction)?.[0];
    if (known === undefined && refused) return { kind: "unbooked", at, transaction, revision, why: "No licence" };
    const id = known ?? `event-${String(this.events.size + 1)}`;
    if (known === undefined) this.events.set(id, { transaction, calendar, carries: this.state.revision, gone: false });
    return { kind: "booked", at, transaction, event: id, calendar, joinUrl: `https://t.example/${id}`, revision };
  }

  private change(
    { transaction, calendar, revision, event: id }: MeetingIntentOf<"change">,
    refused: boolean,
  ): MeetingFact {
    const at = this.now;
    const event = this.events.get(id);
    if (refused || event === undefined || event.gone)
      return { kind: "unbooked", at, transaction, revision, why: "Locked" };
    event.carries = Math.max(event.carries, this.state.revision);
    return { kind: "booked", at, transaction, event: id, calendar, joinUrl: `https://t.example/${id}`, revision };
  }

  /** `meanwhile`: what people do between the calendar's doing it and its being written down. */
  settle(fate: Fate, meanwhile: () => void = () => undefined): void {
    for (const intent of this.owed) this.perform(intent, fate, meanwhile);
  }

  /** Everything goes well from here on; a change that was refused is tried again by choosing the time once more. */
  calm(): void {
    for (let round = 0; round < 20; round += 1) {
      const { timed, unbooked, cancelled } = this.state;
      if (timed !== null && unbooked !== null && cancelled === null) this.facts.push({ ...timed, at: this.now });
      this.settle("done");
    }
  }

  get standing(): readonly Event[] {
    return [...this.events.values()].filter(({ gone }) => !gone);
  }
}

const lives = fc.array(
  fc.record({
    plan: fc.constantFrom(...plans),
    choice: fc.integer({ min: 0, max: 5 }),
    meanwhile: fc.constantFrom(...plans),
    fate: fc.constantFrom(...fates),
  }),
  { maxLength: 30 },
);

describe("a call in a calendar", () => {
  test("ends as one event in the chair's calendar that carries what was planned last, or as none", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(lives, (steps) => {
        const world = new World();
        world.facts.push(invited);
        for (const { plan, choice, fate, meanwhile } of steps) {
          world.plan(plan, choice);
          world.settle(fate, () => {
            world.plan(meanwhile, choice);
          });
        }
        world.calm();
        const { state, chair, timed, revision, telephone } = world.state;
        const wanted = timed !== null && state !== "cancelled" && telephone === null;
        seen.add(wanted ? `one of ${String(Math.min(3, world.events.size))}` : "none");
        expect(world.owed).toEqual([]);
        expect(world.standing.map(({ calendar, carries }) => ({ calendar, carries }))).toEqual(
          wanted ? [{ calendar: chair, carries: revision }] : [],
        );
        expect(state === "ready").toBe(timed !== null && state !== "cancelled");
      }),
      { numRuns: runs },
    );
    expect([...seen].toSorted()).toEqual(expect.arrayContaining(["none", "one of 1", "one of 2"]));
  });

  test("never stands twice in one calendar, whatever fails in between", () => {
    fc.assert(
      fc.property(lives, (steps) => {
        const world = new World();
        for (const { plan, choice, fate, meanwhile } of steps) {
          world.plan(plan, choice);
          world.settle(fate, () => {
            world.plan(meanwhile, choice);
          });
          const calendars = world.standing.map(({ calendar }) => calendar);
          expect(calendars.length - new Set(calendars).size).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: runs },
    );
  });
});
