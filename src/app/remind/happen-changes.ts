import type { KeptCase } from "../../domain/case/fold.ts";
import type { DutyChange } from "../../domain/case/view.ts";
import type { Instant } from "../../domain/instants.ts";
import { dutiesOf } from "../../rules/duty/duties.ts";
import type { Duty } from "../../rules/duty/types.ts";
import { howLong, inWords } from "../../time/say.ts";
import type { RemindDeps } from "./deps.ts";

const lineOf = ({ clause, title, stage, dueAt }: Duty, timing: (dueAt: Instant) => string): DutyChange => ({
  ...{ clause, title: stage === null ? title : `${title}: ${stage}` },
  timing: dueAt === null ? "no limit is stated" : timing(dueAt),
});

const toCome =
  (asOf: Instant) =>
  (dueAt: Instant): string =>
    dueAt < asOf ? `${howLong(asOf - dueAt)} late: it was due ${inWords(dueAt, asOf)}` : `due ${inWords(dueAt, asOf)}`;

const past =
  (asOf: Instant) =>
  (dueAt: Instant): string =>
    dueAt < asOf ? `${howLong(asOf - dueAt)} after it was due` : `it was due ${inWords(dueAt, asOf)}`;

/** Which duties of a case something started, and which it ended. One that comes again has ended, and has started anew. */
export const changesBetween = (
  { rulebook }: Pick<RemindDeps, "rulebook">,
  before: KeptCase,
  after: KeptCase,
  asOf: Instant,
): { readonly started: readonly DutyChange[]; readonly ended: readonly DutyChange[] } => {
  const [was, is] = [dutiesOf(rulebook, before, asOf), dutiesOf(rulebook, after, asOf)];
  const lacks = (all: readonly Duty[], one: Duty): boolean => !all.some(({ id }) => id === one.id);
  return {
    started: is.filter((one) => lacks(was, one)).map((one) => lineOf(one, toCome(asOf))),
    ended: was.filter((one) => lacks(is, one)).map((one) => lineOf(one, past(asOf))),
  };
};
