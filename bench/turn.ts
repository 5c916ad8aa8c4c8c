import { fork, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { card, typed } from "../test/journeys/missing-child.ts";
import { startTeams, type Message, type TeamsPerson } from "../test/support/teams/index.ts";
import { say, type Row } from "./support/rows.ts";

/**
 * CPU milliseconds a turn, ours beside a bare botbuilder + restify echo in the same run. DESIGN's bound for a report turn
 * (parse, authorise, decide, durable commit, next card) is 1.0 × the echo, its wish 0.6. Each server is a process of its own,
 * so that neither the people who speak nor the pretended Teams are counted. Rounds alternate; the best of each is taken.
 */
const rounds = 5;
const reports = 60;
const warm = 60;

interface Spent {
  readonly port: number;
  readonly cpu: number;
}

const isSpent = (message: unknown): message is Spent =>
  typeof message === "object" && message !== null && "port" in message && "cpu" in message;

const asked = (child: ChildProcess): Promise<Spent> =>
  new Promise((resolve, reject) => {
    const down = (): void => {
      reject(new Error("The server under test went down."));
    };
    child.once("exit", down);
    child.once("message", (message) => {
      child.off("exit", down);
      if (isSpent(message)) resolve(message);
    });
    child.send("how much?");
  });

const folder = await mkdtemp(join(tmpdir(), "watchful-bench-"));
const teams = await startTeams();
const worker = teams.person("2f3e7a44-5d0c-4f5b-9a51-1d2f3c4b5a6e", "Somebody");
const server = (kind: "echo" | "product"): ChildProcess =>
  fork(join(import.meta.dirname, "support", "turn-server.ts"), [kind, teams.url, join(folder, "bench.db")]);
const [echo, product] = [server("echo"), server("product")];

/** CPU microseconds that a server spends on `turns` turns. */
const spent = async (child: ChildProcess, turns: number, work: () => Promise<unknown>): Promise<number> => {
  const before = await asked(child);
  teams.connect(`http://127.0.0.1:${String(before.port)}`);
  await work();
  return ((await asked(child)).cpu - before.cpu) / turns;
};

const emptied = (person: TeamsPerson): void => {
  teams.conversations.close(person.chat.conversation);
  teams.conversations.open(person.chat.conversation);
};

const times = async (count: number, work: () => Promise<unknown>): Promise<void> => {
  for (let each = 0; each < count; each += 1) await work();
};

const echoes = (count: number) => (): Promise<void> =>
  times(count, async () => {
    emptied(worker);
    const [answer] = await worker.says(typed);
    if (answer?.text !== `You said: ${typed}`) throw new Error("The echo did not answer.");
  });

type Name = "echo" | "message" | "click" | "confirmation";
const best = new Map<Name, number>();
const note = (name: Name, us: number): void => {
  best.set(name, Math.min(best.get(name) ?? Infinity, us));
};

/** The screens between the first words and the preview. */
const screens: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ["A child is missing", {}],
  ["Continue", {}],
  ["Continue", { status: "cla", caseRef: "AMB-1042" }],
  ["Continue", {}],
  ["Send now, details later", {}],
];

const reporter = await (async () => {
  const { readFile } = await import("node:fs/promises");
  const row = (await readFile("policies/example/roster.csv", "utf8"))
    .split("\n")
    .find((line) => /social-worker/.test(line));
  const account = row?.split(",")[5] ?? "";
  return teams.person(account, "A social worker");
})();

const round = async (count: number): Promise<void> => {
  const begun: Message[] = [];
  const say = async (): Promise<void> => {
    emptied(reporter);
    await reporter.says(typed);
    begun.push(card(reporter));
  };
  const message = await spent(product, count, () => times(count, say));
  const click = await spent(product, count * screens.length, () => times(count, () => press(begun.shift())));
  note("message", message);
  note("click", click);
};

const press = async (first: Message | undefined): Promise<void> => {
  if (!first) throw new Error("No card was sent.");
  let shown: Message = first;
  for (const [title, input] of screens) {
    const { card: next } = await reporter.clicks(shown, title, input);
    if (next === null) throw new Error(`“${title}” was not answered with a card.`);
    shown = { ...first, card: next };
  }
};

await spent(echo, warm, echoes(warm));
await round(warm);
best.clear();
for (let each = 0; each < rounds; each += 1) {
  note("echo", await spent(echo, reports * 6, echoes(reports * 6)));
  await round(reports);
}

const unit = best.get("echo") ?? NaN;
const message = best.get("message") ?? NaN;
const click = best.get("click") ?? NaN;
const mean = (message + click * screens.length) / (screens.length + 1);
const row = (what: string, us: number, bound: string): Row => ({
  what,
  ours: `${(us / 1000).toFixed(2)} ms CPU`,
  beside: `bare echo ${(unit / 1000).toFixed(2)} ms CPU`,
  ratio: us / unit,
  bound,
});

say("turn: beside a bare botbuilder + restify echo", [
  row("a report turn: an answer taken, the next card", click, "1.0 ×"),
  row("the first message: suggestions, a draft, a card", message, ""),
  row("mean of all turns up to the preview", mean, "1.0 ×"),
]);

echo.kill();
product.kill();
await teams.stop();
await rm(folder, { recursive: true });
