import fc from "fast-check";
import { atLondon, hourMs, londonDate, londonTime } from "../../src/time/london.ts";
import { readDate, readWhen } from "../../src/time/read.ts";
import { inWords } from "../../src/time/say.ts";

/** A Sunday afternoon. */
const asOf = atLondon("2026-11-22", "16:51");
const london = (at: number) => `${londonDate(at)} ${londonTime(at).slice(0, 5)}`;
const said = (text: string, now = asOf) => {
  const read = readWhen(text, now);
  return read.ok ? london(read.at) : read.why;
};

describe("times that are plain", () => {
  test.each([
    ["yesterday 4pm", "2026-11-21 16:00"],
    ["Yesterday at 4.30 p.m.", "2026-11-21 16:30"],
    ["22/11/2026 16:30", "2026-11-22 16:30"],
    ["22-11-2026 at 16.30", "2026-11-22 16:30"],
    ["22.11.26 4pm", "2026-11-22 16:00"],
    ["01/04/2026 18:00", "2026-04-01 18:00"],
    ["22 nov 4.30pm", "2026-11-22 16:30"],
    ["22nd of November 2026, 4:30 pm", "2026-11-22 16:30"],
    ["nov 20 2026 10am", "2026-11-20 10:00"],
    ["the 20th at 3pm", "2026-11-20 15:00"],
    ["1630", "2026-11-22 16:30"],
    ["yesterday 0930hrs", "2026-11-21 09:30"],
    ["430pm yesterday", "2026-11-21 16:30"],
    ["weds 10:15", "2026-11-18 10:15"],
    ["tues 17/11 8am", "2026-11-17 08:00"],
    ["midday yesterday", "2026-11-21 12:00"],
    ["now", "2026-11-22 16:51"],
    ["2026-11-22T16:30:00Z", "2026-11-22 16:30"],
    ["2026-07-22T16:30:00+01:00", "2026-07-22 16:30"],
    ["2026-07-22T16:30", "2026-07-22 16:30"],
    ["2026-07-22 16:30", "2026-07-22 16:30"],
    ["tomorrow 10am", "2026-11-23 10:00"],
    ["next friday 2pm", "2026-11-27 14:00"],
  ])("%s is %s, exactly", (text, expected) => {
    expect(said(text)).toBe(expected);
    expect(readWhen(text, asOf)).toMatchObject({ approximate: false });
  });
});

describe("times that leave a choice are read early, and marked", () => {
  test.each([
    ["fri tea time", "2026-11-20 16:00"],
    ["since friday teatime", "2026-11-20 16:00"],
    ["missing since fri tea time", "2026-11-20 16:00"],
    ["this morning", "2026-11-22 06:00"],
    ["early hours of this morning", "2026-11-22 00:00"],
    ["first thing this morning", "2026-11-22 07:00"],
    ["yesterday", "2026-11-21 00:00"],
    ["22/11/2026", "2026-11-22 00:00"],
    ["half 4 yesterday", "2026-11-21 16:30"],
    ["quarter to 5 yesterday", "2026-11-21 16:45"],
    ["twenty to 5 yesterday", "2026-11-21 16:40"],
    ["twenty-five past ten last night", "2026-11-21 22:25"],
    ["ten past four this morning", "2026-11-22 04:10"],
    ["last night about 9", "2026-11-21 21:00"],
    ["last night at 2am", "2026-11-22 02:00"],
    ["midnight last night", "2026-11-22 00:00"],
    ["fri midnight", "2026-11-20 00:00"],
    ["overnight", "2026-11-21 18:00"],
    ["yesterday at 9ish", "2026-11-21 09:00"],
    ["between 4 and 5pm yesterday", "2026-11-21 16:00"],
    ["11-1pm yesterday", "2026-11-21 11:00"],
    ["4pm or 5pm yesterday", "2026-11-21 16:00"],
    ["before 4pm yesterday", "2026-11-21 00:00"],
    ["just now", "2026-11-22 16:51"],
    ["2 hours ago", "2026-11-22 14:51"],
    ["an hour and a half ago", "2026-11-22 15:21"],
    ["a couple of hours ago", "2026-11-22 14:51"],
    ["missing for 3 hours", "2026-11-22 13:51"],
    ["2 days ago", "2026-11-20 00:00"],
    ["3 weeks ago at 4pm", "2026-11-01 16:00"],
    ["day before yesterday", "2026-11-20 00:00"],
    ["last week", "2026-11-09 00:00"],
    ["at the weekend", "2026-11-21 00:00"],
    ["eod fri", "2026-11-20 17:00"],
    ["yesterday after school", "2026-11-21 15:00"],
    ["around dinner time on Thurs", "2026-11-19 12:00"],
    ["sunday 3pm", "2026-11-22 15:00"],
    ["sunday 8pm", "2026-11-15 20:00"],
    ["11pm", "2026-11-21 23:00"],
  ])("%s is %s", (text, expected) => {
    expect(said(text)).toBe(expected);
    expect(readWhen(text, asOf)).toMatchObject({ approximate: true });
  });

  test("elapsed hours pass through the night on which the clocks change", () => {
    expect(said("24 hours ago", atLondon("2026-03-29", "13:00"))).toBe("2026-03-28 12:00");
  });

  test("the hour that comes twice is the earlier, and marked", () => {
    expect(readWhen("25/10/2026 01:30", asOf)).toEqual({
      ok: true,
      at: Date.parse("2026-10-25T00:30:00Z"),
      approximate: true,
    });
  });
});

describe("a weekday is the last one past", () => {
  test.each([
    ["mon 9am", "2026-11-16 09:00"],
    ["thurs 9am", "2026-11-19 09:00"],
    ["sat 9am", "2026-11-21 09:00"],
    ["last sunday 9am", "2026-11-15 09:00"],
    ["friday last week 9am", "2026-11-13 09:00"],
  ])("%s is %s", (text, expected) => {
    expect(said(text)).toBe(expected);
  });
});

describe("a date without its year is the last one past", () => {
  test.each([
    ["24 dec 9am", "2025-12-24 09:00"],
    ["21 nov 9am", "2026-11-21 09:00"],
    ["the 25th 9am", "2026-10-25 09:00"],
    ["29 feb 9am", "no-such-time"],
  ])("%s is %s", (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  test.each([
    ["24 dec 9am", "2026-12-24 09:00"],
    ["fri 9am", "2026-11-27 09:00"],
    ["the 25th 9am", "2026-11-25 09:00"],
    ["8pm", "2026-11-22 20:00"],
  ])("looking ahead, %s is %s", (text, expected) => {
    const read = readWhen(text, asOf, "ahead");
    expect(read.ok && london(read.at)).toBe(expected);
  });
});

describe("what cannot be read says why", () => {
  test.each([
    ["", "unclear"],
    ["banana", "unclear"],
    ["when the banana called at 4pm", "unclear"],
    ["not sure", "unclear"],
    ["monday 7 april 2026", "ambiguous"],
    ["monday tuesday", "ambiguous"],
    ["4pm 6pm yesterday", "ambiguous"],
    ["4pm this morning", "ambiguous"],
    ["31/02/2026", "no-such-time"],
    ["11/22/2026", "no-such-time"],
    ["25:00", "no-such-time"],
    ["yesterday 13am", "no-such-time"],
    ["2026-02-30T10:00:00Z", "no-such-time"],
    ["29/03/2026 01:30", "no-such-time"],
    ["yesterday ".repeat(100), "unclear"],
  ])("%s: %s", (text, why) => {
    expect(readWhen(text, asOf)).toEqual({ ok: false, why });
  });
});

describe("a date", () => {
  test.each([
    ["22/11/2026", "2026-11-22", false],
    ["yesterday", "2026-11-21", false],
    ["2 weeks ago", "2026-11-08", true],
    ["fri tea time", "2026-11-20", true],
    ["monday", "2026-11-16", false],
    ["2 Nov", "2026-11-02", false],
  ])("%s is %s", (text, date, approximate) => {
    expect(readDate(text, asOf)).toEqual({ ok: true, date, approximate });
  });

  test("that does not exist is refused", () => {
    expect(readDate("31/02/2026", asOf)).toEqual({ ok: false, why: "no-such-time" });
  });
});

describe("any text at all", () => {
  const words = fc.constantFrom(
    ..."yesterday,fri,last,night,4,16:30,pm,half,quarter to,22/11,nov,2026,-,ago,weeks,99999,midnight,end of,between,and,99:99,the,31st,in,0,é,weekend".split(
      ",",
    ),
  );
  const typed = fc.oneof(
    fc.string({ maxLength: 250 }),
    fc.string({ unit: "binary", maxLength: 80 }),
    fc.array(words, { maxLength: 8 }).map((list) => list.join(" ")),
  );
  const moment = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2090, 0, 1) });

  test("is read or refused, and never throws", () => {
    fc.assert(
      fc.property(typed, moment, (text, now) => {
        for (const looks of ["back", "ahead"] as const) {
          const when = readWhen(text, now, looks);
          expect(
            when.ok ? Number.isSafeInteger(when.at) : ["unclear", "ambiguous", "no-such-time"].includes(when.why),
          ).toBe(true);
          expect(readDate(text, now, looks).ok).toBe(when.ok);
        }
      }),
      { numRuns: 5000 },
    );
  });

  test("that we wrote ourselves is read back as it was", () => {
    const minute = fc
      .integer({ min: Date.UTC(2000, 0, 1) / 60_000, max: Date.UTC(2090, 0, 1) / 60_000 })
      .map((minutes) => minutes * 60_000);
    fc.assert(
      fc.property(minute, moment, fc.boolean(), (at, now, withYear) => {
        // The second pass of the hour that comes twice looks like the first.
        fc.pre(londonTime(at) !== londonTime(at - hourMs));
        const words = withYear ? inWords(at) : inWords(at, now);
        expect(readWhen(words, now)).toMatchObject({ ok: true, at });
      }),
      { numRuns: 2000 },
    );
  });

  test("the end of a day is read back as its last second", () => {
    fc.assert(
      fc.property(moment, (now) => {
        const end = atLondon(londonDate(now), "23:59:59");
        expect(readWhen(inWords(end), asOf)).toEqual({ ok: true, at: end, approximate: false });
      }),
    );
  });
});
