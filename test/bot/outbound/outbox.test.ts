import { createConnector } from "../../../src/bot/outbound/connector.ts";
import { createOutbox, type Posted } from "../../../src/bot/outbound/outbox.ts";
import { createPace, teamsLimits } from "../../../src/bot/outbound/pace.ts";
import { startTeams, type Fault, type Teams } from "../../support/teams/index.ts";
import { jumpingTimer } from "../support/timer.ts";

let teams: Teams;
let timer: ReturnType<typeof jumpingTimer>;
let close: () => void;
let post: (text?: string) => Promise<Posted>;

beforeEach(async () => {
  teams = await startTeams();
  timer = jumpingTimer();
  const connector = createConnector({ token: () => Promise.resolve("secret"), timeoutMs: 150 });
  close = () => {
    connector.close();
  };
  const outbox = createOutbox({ connector, timer, pace: createPace(teamsLimits(30), timer), random: () => 1 });
  teams.conversations.open("chat");
  post = (text = "hello") =>
    outbox.inLane("chat", () =>
      outbox.post({
        method: "POST",
        serviceUrl: teams.url,
        path: "/v3/conversations/chat/activities",
        body: { type: "message", text },
        thread: "chat",
        tenant: "ambershire",
      }),
    );
});
afterEach(async () => {
  close();
  await teams.stop();
});

const heard = (): string[] => teams.conversations.messages("chat").map(({ text }) => text);

describe("a passing fault is tried again until the message is there", () => {
  const passing: readonly (readonly [string, Fault])[] = [
    ["412", { status: 412 }],
    ["429 with Retry-After", { status: 429, retryAfter: 2 }],
    ["429 without", { status: 429 }],
    ["500", { status: 500 }],
    ["502", { status: 502 }],
    ["503", { status: 503 }],
    ["504", { status: 504 }],
    ["a reset before Teams accepted", { reset: "before" }],
    ["a line that stays silent", { silent: true }],
  ];
  test.each(passing)("%s", async (_, fault) => {
    teams.faults.add({ fault, times: 2 });
    expect(await post()).toMatchObject({ outcome: "accepted" });
    expect(heard()).toEqual(["hello"]);
    expect(teams.calls).toHaveLength(3);
  });

  test("a reset after Teams accepted says it twice rather than never", async () => {
    teams.faults.add({ fault: { reset: "after" } });
    expect(await post()).toMatchObject({ outcome: "accepted" });
    expect(heard()).toEqual(["hello", "hello"]);
  });

  test("the waits grow", async () => {
    teams.faults.add({ fault: { status: 503 }, times: 4 });
    await post();
    expect(timer.waits).toEqual([500, 1_000, 2_000, 4_000]);
  });

  test("Retry-After is waited for", async () => {
    teams.faults.add({ fault: { status: 429, retryAfter: 7 } });
    await post();
    expect(timer.waits).toEqual([7_000]);
  });
});

describe("what does not pass is handed back", () => {
  test("after five tries, with a time to come back", async () => {
    teams.faults.add({ fault: { status: 503, code: "Busy" }, times: 5 });
    expect(await post()).toEqual({ outcome: "later", why: "503 Busy", afterMs: 8_000 });
    expect(teams.calls).toHaveLength(5);
  });

  test("a Retry-After of a minute is not sat out", async () => {
    teams.faults.add({ fault: { status: 429, retryAfter: 60 } });
    expect(await post()).toEqual({ outcome: "later", why: "429 Fault", afterMs: 60_000 });
    expect(timer.waits).toEqual([]);
  });

  test("a broken line says so", async () => {
    teams.faults.add({ fault: { reset: "before" }, times: 5 });
    expect(await post()).toMatchObject({ outcome: "later", why: "no answer (ECONNRESET)" });
  });

  test.each([403, 404, 400, 413])("%d is not tried again", async (status) => {
    teams.faults.add({ fault: { status, code: "No" } });
    expect(await post()).toEqual({ outcome: "refused", status, code: "No" });
    expect(teams.calls).toHaveLength(1);
  });
});

test("order is kept when the first of three has to be tried again", async () => {
  teams.faults.add({ fault: { status: 500 }, times: 3 });
  await Promise.all([post("one"), post("two"), post("three")]);
  expect(heard()).toEqual(["one", "two", "three"]);
});

test("a token that cannot be had counts as a passing fault", async () => {
  const connector = createConnector({ token: () => Promise.reject(new Error("no token")) });
  const attempt = await connector.send({ method: "POST", serviceUrl: teams.url, path: "/v3/conversations", body: {} });
  expect(attempt).toMatchObject({ outcome: "passing", status: 0 });
  connector.close();
});

test("the bot proves itself on every call", async () => {
  await post();
  expect(teams.calls[0]?.authorization).toBe("Bearer secret");
});
