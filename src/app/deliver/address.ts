import type { PersonId } from "../../domain/people.ts";
import { withheldFrom, type TellingProgress } from "../../domain/report/report.ts";
import { chaseFor } from "../report/chase.ts";
import type { Loaded } from "../report/document.ts";
import { judgementFor, within } from "../report/judgement.ts";
import { managerFor } from "../report/line.ts";
import { isAtOnce, postTitle, resolvePost, type Passed } from "../report/resolve.ts";
import { settled, type DeliverDeps, type Performed } from "./performed.ts";

const find = (deps: DeliverDeps, { report }: Loaded, telling: TellingProgress, because: Passed["because"]) => {
  const at = deps.clock.now();
  return {
    at,
    found: resolvePost(deps, telling.post, at, {
      by: report.by,
      tried: telling.to,
      because,
      never: withheldFrom(report),
      atOnce: isAtOnce(telling),
    }),
  };
};

/** Before a post hears while its holder is away, somebody may be asked to judge whether it is raised (W-X1): once. */
const judging = (deps: DeliverDeps, { report }: Loaded, telling: TellingProgress) =>
  telling.judgement === null && telling.to.length === 0
    ? judgementFor(deps, telling, within(report), deps.clock.now())
    : null;

/** Nobody knows who reads along in a channel: what is withheld from somebody is not shown in one (LCP-3.7). */
const openly = ({ report }: Loaded, channel: string | null): string | null =>
  report.withheld.length > 0 ? null : channel;

/** Finds the people for a telling, or keeps that there is nobody; or who judges whether they are told. */
export const address = (
  deps: DeliverDeps,
  now: Loaded,
  telling: TellingProgress,
  because: Passed["because"] = "unreachable",
): Performed => {
  const asked = judging(deps, now, telling);
  if (asked !== null) return settled(asked);
  const { at, found } = find(deps, now, telling, because);
  if (found.outcome === "gap") return settled({ kind: "gap", at, telling: telling.id, why: found.why });
  const { people, insteadOf, why } = found;
  const channel = openly(now, found.channel);
  const chase = chaseFor(deps.council, deps.calendar, telling, at);
  return settled({ kind: "addressed", at, telling: telling.id, to: [...people], channel, insteadOf, why, chase });
};

const number = ({ directory }: DeliverDeps, id: PersonId): string => {
  const person = directory.person(id);
  return person?.telephone == null ? (person?.name ?? id) : `${person.name} on ${person.telephone}`;
};

/** The end of the line is always a named human who is asked to telephone: the reporter, and the reporter's manager. */
const hand = (deps: DeliverDeps, { report }: Loaded, telling: TellingProgress): Performed => {
  const manager = managerFor(deps.directory, report.by, withheldFrom(report), deps.clock.now());
  const to = [...new Set([report.by, ...(manager === null || telling.to.includes(manager) ? [] : [manager])])];
  const { label, number: last } = deps.council.telephone;
  const holders = telling.to.map((id) => number(deps, id)).join(", or ");
  const why = `Nobody has answered for the ${postTitle(deps, telling.post)}. Please telephone now: ${holders}, or ${label} on ${last}; then record the call`;
  return settled({ kind: "handed", at: deps.clock.now(), telling: telling.id, to, why });
};

/** Nobody of those who were to telephone can be reached: the post of last resort is asked, and nobody is asked twice. */
export const handOn = (deps: DeliverDeps, { report }: Loaded, telling: TellingProgress): Performed => {
  const at = deps.clock.now();
  const holders = deps.directory.holders(deps.council.lastResort, at).people.map(({ id }) => id);
  const never = [...telling.handedTo, ...withheldFrom(report)];
  const to = holders.filter((id) => !never.includes(id));
  const { label, number: last } = deps.council.telephone;
  const why = telling.note ?? "Nobody has answered. Please telephone now";
  return to.length > 0
    ? settled({ kind: "handed", at, telling: telling.id, to, why })
    : settled({
        kind: "gap",
        at,
        telling: telling.id,
        why: `Nobody can be asked in Teams. Telephone ${label}: ${last}`,
      });
};

/** Nobody has answered: the next post in line is told too; when there is none, people are asked to telephone. */
export const passOn = (deps: DeliverDeps, now: Loaded, telling: TellingProgress): Performed =>
  find(deps, now, telling, "silent").found.outcome === "gap"
    ? hand(deps, now, telling)
    : address(deps, now, telling, "silent");
