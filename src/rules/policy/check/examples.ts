import { runExample } from "../../examples.ts";
import type { Miss } from "../../examples.ts";
import { OutsideCalendar } from "../../../time/calendar.ts";
import { eventsOfClause } from "../clause.ts";
import type { Clause } from "../clause.ts";
import type { ExampleSource } from "../schema.ts";
import type { Fault } from "../source.ts";
import { faultAt, unknownWord } from "./context.ts";
import type { Context, WrittenClause } from "./context.ts";

/** Examples that do not hold, each at the expectation that fails. Clauses with other faults are left alone. */
export const checkExamples = (context: Context, faulty: ReadonlySet<WrittenClause>): readonly Fault[] =>
  context.clauses
    .filter((written) => !written.mended && !faulty.has(written))
    .flatMap((written) =>
      written.value.examples.flatMap((example, index) => checkExample(written, example, index, context, faulty)),
    );

const checkExample = (
  written: WrittenClause,
  example: ExampleSource,
  index: number,
  { vocabulary, hours, clauses }: Context,
  faulty: ReadonlySet<WrittenClause>,
): readonly Fault[] => {
  const path = ["examples", index];
  const events = eventsOfClause(written.clause);
  if (example.event !== undefined && !events.includes(example.event))
    return unknownWord(written, [...path, "event"], example.event, `event of ${written.value.id}`, events);
  const others = clauses.filter(
    (each) => each.folder === written.folder && each !== written && !each.mended && !faulty.has(each),
  );
  return misses(
    written,
    example,
    vocabulary,
    hours,
    others.map(({ clause }) => clause),
  ).map(({ at, wrong, instead }) => faultAt(written, [...path, ...at], wrong, instead));
};

const misses = (
  written: WrittenClause,
  example: ExampleSource,
  vocabulary: Context["vocabulary"],
  hours: Context["hours"],
  others: readonly Clause[],
): readonly Miss[] => {
  try {
    return runExample(written.clause, example, vocabulary, hours, others);
  } catch (error) {
    if (!(error instanceof OutsideCalendar)) throw error;
    return [{ at: ["given"], wrong: error.message.replace(/\.$/, ""), instead: "write a date within the calendar" }];
  }
};
