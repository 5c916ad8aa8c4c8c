import type { Checked } from "../adapters/files/checked.ts";
import { isAboutWords, isThere, readPolicyFiles, readText, type TextFile } from "../adapters/files/policies.ts";
import { rosterDirectory } from "../adapters/roster/directory.ts";
import { readRoster } from "../adapters/roster/read.ts";
import { readRota } from "../adapters/rota/read.ts";
import type { CaseRules } from "../app/cases/deps.ts";
import type { Directory } from "../app/ports/directory.ts";
import type { Shift } from "../app/ports/rota.ts";
import { councilRules } from "../app/report/council-rules.ts";
import type { ReportDeps } from "../app/report/deps.ts";
import { dutyDirectory } from "../app/rota/directory.ts";
import type { Settings } from "../bot/config.ts";
import type { Council } from "../domain/council.ts";
import type { Loaded } from "../rules/policy/clause.ts";
import { caseRulesOf } from "../rules/duty/case-rules.ts";
import { composeRulebook, type Rulebook } from "../rules/rulebook.ts";
import { createSuggester, type PhrasesData, type Suggester } from "../rules/suggest.ts";
import { createCalendar } from "../time/calendar.ts";
import { atLondon, isLondonDate } from "../time/london.ts";

/** The files that were given do not fit: every fault, one a line, and what to write instead. */
export class NotFit extends Error {
  override readonly name = "NotFit";
}

/** What the files say: who works here, what the policies ask, when the council works. */
export interface House extends Pick<ReportDeps, "council" | "directory" | "rules" | "calendar"> {
  /** The rules themselves, for what is asked of cases. */
  readonly rulebook: Rulebook;
  /** What is asked of the rules when a case is written. */
  readonly caseRules: CaseRules;
  /** Built when it is first asked. None when the words do not fit: everybody can still choose from the list. */
  readonly suggest: Suggester;
  /** Builds what suggests in an idle moment, so that no person waits for it. Throws `NotFit` when the words do not fit. */
  readonly warmSuggestions: () => void;
}

/**
 * Reads policies, council and roster. Throws `NotFit` with every fault there is. `checked`: where the policies are kept
 * once they were found fit, so that the next start on the same texts need not check them again.
 */
export const readHouse = async (
  settings: Pick<Settings, "policies" | "council" | "roster" | "rota">,
  checked?: Checked,
): Promise<House> => {
  const named = readText(settings.council);
  const files = [...readPolicyFiles(settings.policies).filter(({ path }) => !isCouncil(path)), named];
  const { loaded, phrases, keep } = await readRules(files, checked);
  const council = councilIn(loaded, named);
  const rulebook = composeRulebook(loaded, council);
  const { suggest, warm } = suggesterFor(phrases, new Set(rulebook.clauses.map(({ id }) => id)));
  const calendar = createCalendar({ ...council.houseRules, closureDays: council.closureDays });
  const roster = readDirectory(settings.roster, council);
  return {
    council,
    rulebook,
    caseRules: caseRulesOf(rulebook),
    suggest,
    warmSuggestions: () => {
      warm();
      keep();
    },
    directory: dutyDirectory(roster, readShifts(settings.rota, council, roster), calendar),
    rules: remembering(councilRules(rulebook, suggest)),
    calendar,
  };
};

/** What the texts say, found fit. */
interface Fit {
  readonly loaded: Loaded;
  readonly phrases: PhrasesData;
}

interface ReadRules {
  readonly loaded: Loaded;
  /** Throws when the words do not fit. */
  readonly phrases: () => PhrasesData;
  /** For an idle moment. */
  readonly keep: () => void;
}

/** What reads YAML is loaded only where there is YAML to be read. */
const readRules = async (files: readonly TextFile[], checked: Checked | undefined): Promise<ReadRules> => {
  // Kept by `keep` below under a sum of its own, so it is what was found fit then.
  const before = checked?.read(files) as Fit | undefined;
  if (before !== undefined) return { loaded: before.loaded, phrases: () => before.phrases, keep: () => undefined };
  const { faultInWords, loadPolicies } = await import("../rules/policy/load.ts");
  const { readPhrases } = await import("../rules/suggest/phrases.ts");
  // How staff say things is half of all the text, and nothing waits for it.
  const [words, rules] = [files.filter(isAboutWords), files.filter((file) => !isAboutWords(file))];
  const loaded = loadPolicies(rules);
  if (loaded.faults.length > 0) throw new NotFit(loaded.faults.map(faultInWords).join("\n"));
  let read: PhrasesData | undefined;
  const phrases = (): PhrasesData => (read ??= readPhrases(words));
  return { loaded, phrases, keep: () => checked?.write(files, { loaded, phrases: phrases() } satisfies Fit) };
};

/** Other councils' files may lie beside the one that is used. */
const isCouncil = (path: string): boolean => /(^|\/)council[^/]*\.ya?ml$/.test(path);

const councilIn = ({ councils: [council] }: Loaded, { path }: TextFile): Council => {
  if (council) return council;
  throw new NotFit(`${path}:1:1: this is no council file: call it council.yaml, as policies/example does`);
};

const suggesterFor = (
  phrases: () => PhrasesData,
  used: ReadonlySet<string>,
): { suggest: Suggester; warm: () => void } => {
  let built: Suggester | NotFit | undefined;
  const build = (): Suggester | NotFit => {
    try {
      const { words, clauses } = phrases();
      return createSuggester({ words, clauses: clauses.filter(({ clause }) => used.has(clause)) });
    } catch (error) {
      return new NotFit(String(error));
    }
  };
  const ask: Suggester = (text) => {
    built ??= build();
    return built instanceof NotFit ? [] : built(text);
  };
  return {
    suggest: remembered(ask),
    warm: () => {
      ask("");
      if (built instanceof NotFit) throw built;
    },
  };
};

/** What the rules say of an event's questions hangs on the event alone, and every screen asks for it several times. */
const remembering = (rules: House["rules"]): House["rules"] => ({
  ...rules,
  questions: remembered((event) => rules.questions(event)),
});

/** As many as people may be in the middle of at one moment; beyond it everything is worked out anew. */
const mostRemembered = 200;

/** Keeps the answers of a pure function. */
const remembered = <T>(work: (of: string) => T): ((of: string) => T) => {
  const known = new Map<string, T>();
  return (of) => {
    const before = known.get(of);
    if (before !== undefined) return before;
    if (known.size >= mostRemembered) known.clear();
    const now = work(of);
    known.set(of, now);
    return now;
  };
};

/** A rota that is not there is none; one that is there must be whole. */
const readShifts = (path: string | undefined, council: Council, roster: Directory): readonly Shift[] => {
  if (path === undefined || !isThere(path)) return [];
  const londonTime = (date: string, time: string) => (isLondonDate(date) ? atLondon(date, time) : null);
  const { shifts, faults } = readRota(readText(path).text, { council, person: (id) => roster.person(id), londonTime });
  if (faults.length === 0) return shifts;
  throw new NotFit(faults.map(({ line, what }) => `${path}:${String(line)}: ${what}`).join("\n"));
};

const readDirectory = (path: string, council: Council): Directory => {
  const { people, faults } = readRoster(readText(path).text, council);
  if (faults.length === 0) return rosterDirectory(people, council);
  throw new NotFit(faults.map(({ line, what }) => `${path}:${String(line)}: ${what}`).join("\n"));
};
