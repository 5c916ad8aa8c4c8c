import type { Intent } from "./intents.ts";
import { answeredFor, type Report } from "./report.ts";

/** What silence brings: repeats, then the next post; bounded, because every step uses up a person or a post. */
export const chases = (report: Report): Intent[] =>
  report.tellings
    .filter((telling) => telling.handedTo.length === 0 && telling.gap === null && !answeredFor(report, telling))
    .flatMap((telling): Intent[] => {
      const { id, chase, repeats, to, told } = telling;
      if (chase === null) return [];
      const again = told.some(({ where }) => to.includes(where)) ? chase.repeatAt[repeats] : undefined;
      const key = `${id}:${String(to.length)}:${String(repeats)}`;
      if (again === undefined && telling.how === "judge")
        return [{ kind: "lapse", key: `lapse:${key}`, leaveAt: chase.passOnAt, telling }];
      return again === undefined
        ? [{ kind: "pass-on", key: `pass-on:${key}`, leaveAt: chase.passOnAt, telling }]
        : [{ kind: "repeat", key: `repeat:${key}`, leaveAt: again, telling }];
    });

/** A promised update that has not come: its author is reminded (LCP-P3d), then the author's manager hears; nothing after that. */
export const updates = ({ promise, state }: Report): Intent[] => {
  if (promise === null || promise.late || state === "closed") return [];
  const { reminded: late, dueAt, managerAt } = promise;
  return [{ kind: "remind", key: `remind:${String(dueAt)}:${String(late)}`, leaveAt: late ? managerAt : dueAt, late }];
};

/** The end of the line is a person who has heard of it: when Teams refuses them all, somebody else is asked. */
export const handOns = (report: Report): Intent[] => {
  const deaf = new Set(report.unheard.filter(({ about }) => about === "handed").map(({ to }) => to));
  return report.tellings
    .filter(({ handedTo, gap }) => gap === null && handedTo.length > 0 && handedTo.every((person) => deaf.has(person)))
    .filter((telling) => !answeredFor(report, telling))
    .map((telling) => {
      const key = `hand-on:${telling.id}:${String(telling.handedTo.length)}`;
      return { kind: "hand-on", key, leaveAt: telling.leaveAt, telling } as const;
    });
};
