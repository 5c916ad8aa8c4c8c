import type { Call, Meetings } from "../../src/app/ports/meetings.ts";
import type { AttendeeReply, Slot } from "../../src/domain/meeting/facts.ts";
import { atLondon } from "../../src/time/london.ts";

interface Standing {
  readonly id: string;
  readonly subject: string;
  readonly slot: Slot;
  readonly invited: readonly string[];
}

interface Mail {
  readonly to: string;
  readonly what: "invitation" | "update" | "cancellation";
  readonly text: string;
}

/** What the contract needs of the calendar behind the adapter. */
export interface MeetingsBench {
  readonly meetings: Meetings;
  /** Work emails of people whose diaries can be read; the first is the chair. */
  readonly people: readonly [chair: string, second: string, third: string];
  /** Events that stand in somebody's calendar, as the other side keeps them. */
  standing(calendar: string): Promise<readonly Standing[]>;
  /** Mails about an event: who was invited, told of a change, told that it is off. */
  mails(): Promise<readonly Mail[]>;
  answer(event: string, email: string, reply: AttendeeReply): Promise<void>;
  stop(): Promise<void>;
}

const slot = (date: string, from: string, to: string): Slot => ({ from: atLondon(date, from), to: atLondon(date, to) });
const police = "cait.desk@ambershire-police.example";
const asOf = atLondon("2026-11-23", "09:00");

export const callOf = (calendar: string, change: Partial<Call> = {}): Call => ({
  calendar,
  transaction: "SM-2026-0007:1",
  subject: "Strategy meeting, ref AMB-1042",
  agenda: "1. What is known & what is feared\n2. Decide whether section 47 enquiries start",
  slot: slot("2026-11-24", "10:00", "11:00"),
  attendees: [{ email: police, name: "Child abuse desk, police", required: true }],
  ...change,
});

/** What both calendars promise, whatever stands behind them. */
export const meetingsContract = (name: string, open: () => Promise<MeetingsBench>): void => {
  describe(`meetings in ${name}`, () => {
    let bench: MeetingsBench;
    let chair: string;
    beforeEach(async () => {
      bench = await open();
      chair = bench.people[0];
    });
    afterEach(() => bench.stop());

    const booked = async (call: Call): Promise<{ event: string; joinUrl: string }> => {
      const outcome = await bench.meetings.book(call);
      if (outcome.outcome !== "booked") throw new Error(`not booked: ${outcome.why}`);
      return outcome;
    };
    const mailsTo = async (email: string): Promise<string[]> =>
      (await bench.mails()).filter(({ to }) => to === email).map(({ what }) => what);

    it("books a call with an address to join by, and invites whoever is asked", async () => {
      const { event, joinUrl } = await booked(callOf(chair));
      expect(joinUrl).toMatch(/^https?:\/\//);
      expect(await bench.standing(chair)).toEqual([
        { id: event, subject: "Strategy meeting, ref AMB-1042", slot: callOf(chair).slot, invited: [police] },
      ]);
      expect(await mailsTo(police)).toEqual(["invitation"]);
    });

    it("sends the agenda with the invitation", async () => {
      await booked(callOf(chair));
      expect((await bench.mails())[0]?.text).toContain("Decide whether section 47 enquiries start");
    });

    it("finds what the same transaction booked, and invites nobody twice", async () => {
      const first = await booked(callOf(chair));
      expect(await booked(callOf(chair))).toEqual({ outcome: "booked", ...first });
      expect(await bench.standing(chair)).toHaveLength(1);
      expect(await mailsTo(police)).toEqual(["invitation"]);
    });

    it("books one call when the same transaction is tried twice at once", async () => {
      const [one, two] = await Promise.all([booked(callOf(chair)), booked(callOf(chair))]);
      expect(one.event).toBe(two.event);
      expect(await bench.standing(chair)).toHaveLength(1);
    });

    it("keeps two transactions apart", async () => {
      await booked(callOf(chair));
      await booked(callOf(chair, { transaction: "SM-2026-0008:1", subject: "Strategy meeting, ref AMB-1043" }));
      expect(await bench.standing(chair)).toHaveLength(2);
    });

    it("moves a call in place", async () => {
      const { event, joinUrl } = await booked(callOf(chair));
      const moved = callOf(chair, { slot: slot("2026-11-25", "14:00", "15:30"), transaction: "SM-2026-0007:2" });
      expect(await bench.meetings.change(event, moved)).toEqual({ outcome: "booked", event, joinUrl });
      expect(await bench.standing(chair)).toMatchObject([{ id: event, slot: moved.slot }]);
      expect(await mailsTo(police)).toEqual(["invitation", "update"]);
    });

    it("says nothing to anybody when a change changes nothing", async () => {
      const { event } = await booked(callOf(chair));
      await bench.meetings.change(event, callOf(chair));
      expect(await mailsTo(police)).toEqual(["invitation"]);
    });

    it("invites who is added and tells who is taken off, and nobody else", async () => {
      const { event } = await booked(callOf(chair));
      const school = "dsl@ambershire-school.example";
      const second = { email: school, name: "Safeguarding lead", required: false };
      await bench.meetings.change(event, callOf(chair, { attendees: [...callOf(chair).attendees, second] }));
      expect(await mailsTo(school)).toEqual(["invitation"]);
      await bench.meetings.change(event, callOf(chair));
      expect(await mailsTo(school)).toEqual(["invitation", "cancellation"]);
      expect(await mailsTo(police)).toEqual(["invitation"]);
    });

    it("changes the agenda and keeps the call", async () => {
      const { event, joinUrl } = await booked(callOf(chair));
      const other = callOf(chair, { agenda: "1. A new <first> point" });
      expect(await bench.meetings.change(event, other)).toEqual({ outcome: "booked", event, joinUrl });
      expect(await mailsTo(police)).toEqual(["invitation", "update"]);
      expect((await bench.mails()).at(-1)?.text).not.toContain("section 47");
    });

    it("takes a call out and tells those invited why", async () => {
      const { event } = await booked(callOf(chair));
      expect(await bench.meetings.cancel(event, chair, "The referral was withdrawn.")).toEqual({ outcome: "done" });
      expect(await bench.standing(chair)).toEqual([]);
      expect(await mailsTo(police)).toEqual(["invitation", "cancellation"]);
      expect((await bench.mails()).at(-1)?.text).toContain("The referral was withdrawn.");
    });

    it("does no harm when a call is cancelled again, or was never there", async () => {
      const { event } = await booked(callOf(chair));
      await bench.meetings.cancel(event, chair, "Off.");
      expect(await bench.meetings.cancel(event, chair, "Off.")).toEqual({ outcome: "done" });
      expect(await bench.meetings.cancel("no-such-event", chair, "Off.")).toEqual({ outcome: "done" });
      expect(await mailsTo(police)).toEqual(["invitation", "cancellation"]);
    });

    it("refuses to change a call that is gone, with a sentence", async () => {
      const { event } = await booked(callOf(chair));
      await bench.meetings.cancel(event, chair, "Off.");
      expect(await bench.meetings.change(event, callOf(chair))).toMatchObject({
        outcome: "refused",
        why: expect.stringContaining("no longer in the calendar"),
      });
    });

    it("reads who has answered, by email in lower case", async () => {
      const { event } = await booked(
        callOf(chair, {
          attendees: [...bench.people.slice(1), police].map((email) => ({ email, name: email, required: true })),
        }),
      );
      expect(await bench.meetings.replies(event, chair)).toEqual({ outcome: "read", replies: {} });
      await bench.answer(event, police, "accepted");
      await bench.answer(event, bench.people[1], "declined");
      await bench.answer(event, bench.people[2], "tentative");
      expect(await bench.meetings.replies(event, chair)).toEqual({
        outcome: "read",
        replies: { [police]: "accepted", [bench.people[1]]: "declined", [bench.people[2]]: "tentative" },
      });
    });

    it("refuses to read the answers to a call that is gone", async () => {
      expect(await bench.meetings.replies("no-such-event", chair)).toMatchObject({ outcome: "refused" });
    });

    it("gives a diary for each email in their order, and a stranger's as unknown", async () => {
      const emails = [bench.people[1], "nobody@elsewhere.example", chair];
      const diaries = await bench.meetings.diaries(emails, slot("2026-11-23", "00:00", "23:00"), asOf);
      expect(diaries.map(({ email, known }) => [email, known])).toEqual([
        [bench.people[1], true],
        ["nobody@elsewhere.example", false],
        [chair, true],
      ]);
      for (const { busy } of diaries)
        for (const [index, { from, to }] of busy.entries()) {
          expect(to).toBeGreaterThan(from);
          expect(from).toBeGreaterThanOrEqual(busy[index - 1]?.to ?? 0);
        }
    });

    it("shows a booked call as time taken, in the chair's diary and in that of whoever is asked", async () => {
      const call = callOf(chair, { attendees: [{ email: bench.people[1], name: "Second", required: true }] });
      const taken = async (): Promise<boolean[]> =>
        (await bench.meetings.diaries([chair, bench.people[1]], call.slot, asOf)).map(({ busy }) =>
          busy.some(({ from, to }) => from <= call.slot.from && to >= call.slot.to),
        );
      const quiet = slot("2026-11-24", "21:00", "22:00");
      Object.assign(call, { slot: quiet });
      expect(await taken()).toEqual([false, false]);
      const { event } = await booked(call);
      expect(await taken()).toEqual([true, true]);
      await bench.meetings.cancel(event, chair, "Off.");
      expect(await taken()).toEqual([false, false]);
    });

    it.each([
      ["the hour that comes twice, the first time", Date.parse("2026-10-25T00:30:00Z")],
      ["the hour that comes twice, the second time", Date.parse("2026-10-25T01:30:00Z")],
      ["just after the hour that is skipped", Date.parse("2027-03-28T01:00:00Z")],
      ["the last minute of a leap day", Date.parse("2028-02-29T23:59:00Z")],
      ["an afternoon of summer time", Date.parse("2026-07-01T13:00:00Z")],
    ])("books to the minute: %s", async (_, from) => {
      const call = callOf(chair, { slot: { from, to: from + 3_600_000 } });
      await booked(call);
      expect(await bench.standing(chair)).toMatchObject([{ slot: call.slot }]);
      const [diary] = await bench.meetings.diaries([chair], { from: from - 60_000, to: from + 3_660_000 }, asOf);
      expect(diary?.busy.some((busy) => busy.from <= from && busy.to >= from + 3_600_000)).toBe(true);
      const before = (await bench.mails()).length;
      await bench.meetings.book(call);
      expect(await bench.mails()).toHaveLength(before);
    });

    it.each([
      ["subject", { subject: "Strategy meeting, Jamie Example, born 3/4/2014" }],
      ["agenda", { agenda: "About 943 476 5919" }],
    ] as const)("sends nothing when the %s holds what would identify a child", async (_, change) => {
      expect(await bench.meetings.book(callOf(chair, change))).toMatchObject({ outcome: "refused" });
      const { event } = await booked(callOf(chair));
      expect(await bench.meetings.change(event, callOf(chair, change))).toMatchObject({ outcome: "refused" });
      expect(await mailsTo(police)).toEqual(["invitation"]);
    });

    it("cancels without a comment that would identify a child", async () => {
      const { event } = await booked(callOf(chair));
      expect(await bench.meetings.cancel(event, chair, "Born 3/4/2014, see AM1 2BC")).toMatchObject({
        outcome: "refused",
      });
      expect(await bench.standing(chair)).toHaveLength(1);
    });
  });
};
