import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import type { Copy, ReportFact } from "../../domain/report/facts.ts";
import type { Intent } from "../../domain/report/owed.ts";
import { everyAnswer, withheldFrom, type TellingProgress } from "../../domain/report/report.ts";
import type { Message, Sent } from "../ports/messenger.ts";
import type { Loaded } from "../report/document.ts";
import { managerFor } from "../report/line.ts";
import { tellingsFor } from "../report/tellings.ts";
import { chain } from "./chain.ts";
import { inSentence } from "../report/timeline.ts";
import { address, handOn, passOn } from "./address.ts";
import { lapse } from "./lapse.ts";
import { settled, type DeliverDeps, type Performed } from "./performed.ts";
import { reply } from "./reply.ts";
import { ring } from "./ring.ts";
import { wonder } from "./wonder.ts";
import { channelViewOf, viewFor } from "../report/view.ts";

type Of<K extends Intent["kind"]> = Extract<Intent, { kind: K }>;

const accepted = (sent: Extract<Sent, { outcome: "accepted" }>, copy: Pick<Copy, "kind" | "where">): Copy => ({
  ...copy,
  conversation: sent.conversation,
  activity: sent.activity,
});

/** What anybody reported may bring a clause; each is brought once. */
const mature = ({ rules, clock }: DeliverDeps, { report }: Loaded): Performed => {
  const at = clock.now();
  const known = new Set(report.clauses.map(({ id }) => id));
  const clauses = everyAnswer(report)
    .flatMap((facts) => rules.assess({ event: report.event, facts }, at).clauses)
    .filter(({ id }) => !known.has(id) && known.add(id));
  const tellings = [...tellingsFor({ clauses }, report.tellings.length + 1)];
  const watch = report.watch.filter(({ maturesAt }) => maturesAt > at);
  const kept = clauses.map(({ id, policy, maturesAt, dueAt }) => ({ id, policy, maturesAt, dueAt }));
  return settled({ kind: "matured", at, clauses: kept, watch, tellings });
};

const toldEach = (
  sent: Exclude<Sent, { outcome: "later" }>,
  copy: Pick<Copy, "kind" | "where">,
  tellings: readonly string[],
  at: Instant,
) =>
  tellings.map((telling): ReportFact =>
    sent.outcome === "accepted"
      ? { kind: "told", at, telling, copy: accepted(sent, copy) }
      : { kind: "unreachable", at, telling, where: copy.where, why: sent.why },
  );

const sendCopy = async (
  { messenger, clock }: DeliverDeps,
  now: Loaded,
  copy: Pick<Copy, "kind" | "where">,
  message: Message,
  tellings: readonly string[],
): Promise<Performed> => {
  const to = copy.kind === "channel" ? { channel: copy.where } : { person: copy.where };
  const sent = await messenger.send(to, message);
  if (sent.outcome === "later") return sent;
  const facts = toldEach(sent, copy, tellings, clock.now());
  if (sent.outcome === "unreachable") return { outcome: "settled", facts };
  return { outcome: "settled", facts, shown: { [sent.activity]: now.facts.length } };
};

/** Milliseconds for which a card just sent also answers for what its reader is owed in somebody else's place. */
const justNow = 600_000;

/**
 * One card for one person, however many tellings it answers: somebody who stands in for two posts a moment apart is not
 * sent the same card twice.
 */
export const tell = (
  deps: DeliverDeps,
  now: Loaded,
  to: PersonId,
  tellings: readonly string[],
): Promise<Performed> | Performed => {
  const at = deps.clock.now();
  const recent = now.report.copies.findLast((copy) => copy.kind === "personal" && copy.where === to);
  if (recent === undefined || Math.abs(at - recent.at) > justNow) return sendCard(deps, now, to, tellings);
  const { at: _sent, ...copy } = recent;
  return settled(...tellings.map((telling): ReportFact => ({ kind: "told", at, telling, copy })));
};

const sendCard = (deps: DeliverDeps, now: Loaded, to: PersonId, tellings: readonly string[]): Promise<Performed> =>
  sendCopy(deps, now, { kind: "personal", where: to }, { kind: "telling", report: viewFor(deps, now, to) }, tellings);

const post = (deps: DeliverDeps, now: Loaded, { channel, telling }: Of<"post">): Promise<Performed> =>
  sendCopy(deps, now, { kind: "channel", where: channel }, { kind: "channel", report: channelViewOf(deps, now) }, [
    telling,
  ]);

const receipt = async (deps: DeliverDeps, now: Loaded, where: PersonId): Promise<Performed> => {
  const { messenger, clock } = deps;
  const sent = await messenger.send({ person: where }, { kind: "receipt", report: viewFor(deps, now, where) });
  if (sent.outcome === "later") return sent;
  if (sent.outcome === "unreachable") return { outcome: "settled", facts: [], said: true };
  const copy = accepted(sent, { kind: "receipt", where });
  const facts: readonly ReportFact[] = [{ kind: "receipted", at: clock.now(), copy }];
  return { outcome: "settled", facts, shown: { [sent.activity]: now.facts.length } };
};

const messageFor = (deps: DeliverDeps, now: Loaded, copy: Copy): Message => {
  if (copy.kind === "channel") return { kind: "channel", report: channelViewOf(deps, now) };
  const kind = copy.kind === "personal" ? "telling" : copy.kind;
  return { kind, report: viewFor(deps, now, copy.where) };
};

/** A copy that Teams no longer has is left alone until the report changes again. */
const refresh = async (deps: DeliverDeps, now: Loaded, { copy, facts }: Of<"refresh">): Promise<Performed> => {
  const sent = await deps.messenger.update(copy, messageFor(deps, now, copy));
  return sent.outcome === "later" ? sent : { outcome: "settled", facts: [], shown: { [copy.activity]: facts } };
};

/** What people wrote may end a sentence already. */
const sentence = (text: string): string => (/[.?!…]$/.test(text) ? text : `${text}.`);

const say = async (deps: DeliverDeps, now: Loaded, { to, about }: Of<"say">): Promise<Performed> => {
  const text = inSentence(deps, now.report, about);
  const sent = await deps.messenger.send(
    { person: to },
    { kind: "word", text: sentence(`${now.report.ref}: ${text ?? about.kind}`) },
  );
  if (sent.outcome === "later") return sent;
  if (sent.outcome === "accepted") return { outcome: "settled", facts: [], said: true };
  const unheard: ReportFact = { kind: "unheard", at: deps.clock.now(), to, about: about.kind, why: sent.why };
  return { outcome: "settled", facts: [unheard], said: true };
};

/** The same card again, as a new message, because a card that is only updated notifies nobody. */
const repeat = async (
  deps: DeliverDeps,
  now: Loaded,
  { id, to, unreachable, chase }: TellingProgress,
): Promise<Performed> => {
  const people = to.filter((person) => !unreachable.some(({ where }) => where === person));
  const sent = await Promise.all(people.map((person) => sendCard(deps, now, person, [id])));
  const later = sent.find((each) => each.outcome === "later");
  if (later !== undefined) return later;
  const done = sent.filter((each) => each.outcome === "settled");
  const at = deps.clock.now();
  // A machine that slept through several repeats makes one of them.
  const step = chase?.repeatAt.filter((due) => due <= at).length ?? 0;
  const repeated: ReportFact = { kind: "repeated", at, telling: id, to: people, step };
  return {
    outcome: "settled",
    facts: [repeated, ...done.flatMap(({ facts }) => facts)],
    shown: Object.fromEntries(done.flatMap(({ shown }) => Object.entries(shown ?? {}))),
  };
};

/** First the author; then, when it is late, the author's manager too. They hear as of any fact. */
const remind = ({ clock, directory }: DeliverDeps, { report }: Loaded, late: boolean): Performed => {
  const author = report.promise?.by ?? report.by;
  const manager = late ? managerFor(directory, author, withheldFrom(report), clock.now()) : null;
  const to = manager === null ? [author] : [author, manager];
  return settled({ kind: "reminded", at: clock.now(), to, late });
};

/** Carries out one intent against the world. Tellings of one person go through `tell` together. */
export const perform = (deps: DeliverDeps, now: Loaded, intent: Intent): Performed | Promise<Performed> => {
  switch (intent.kind) {
    case "mature":
      return mature(deps, now);
    case "address":
      return address(deps, now, intent.telling);
    case "repeat":
      return repeat(deps, now, intent.telling);
    case "pass-on":
      return passOn(deps, now, intent.telling);
    case "hand-on":
      return handOn(deps, now, intent.telling);
    case "lapse":
      return lapse(deps, now, intent.telling);
    case "tell":
      return tell(deps, now, intent.to, [intent.telling]);
    case "post":
      return post(deps, now, intent);
    case "receipt":
      return receipt(deps, now, intent.to);
    case "wonder":
      return wonder(deps, now, intent.to);
    case "chain":
      return chain(deps, now, intent);
    case "remind":
      return remind(deps, now, intent.late);
    case "refresh":
      return refresh(deps, now, intent);
    case "ring":
      return ring(deps, now, intent.to);
    case "reply":
      return reply(deps, now, intent);
    case "say":
      return say(deps, now, intent);
  }
};
