import { request } from "node:http";
import { bodyLimits } from "../../../src/bot/inbound/body.ts";
import { startService, type Service } from "../support/service.ts";

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const activity = (more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => {
  const { ana } = service;
  return { ...ana.activity(ana.chat, { type: "message", text: "help" }), ...more };
};
const without = (name: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(activity()).filter(([key]) => key !== name));

describe("what is no activity is refused in JSON, without a call and with one line in the log", () => {
  const deep = `${"[".repeat(5_000)}${"]".repeat(5_000)}`;
  const cases: readonly (readonly [string, () => unknown, number])[] = [
    ["an empty body", () => "", 400],
    ["half an object", () => '{"type":"message"', 400],
    ["not JSON at all", () => "Missing since Friday", 400],
    ["a list", () => [], 400],
    ["null", () => "null", 400],
    ["a number", () => "42", 400],
    ["five thousand levels", () => deep, 400],
    ["five thousand levels inside an activity", () => JSON.stringify(activity()).replace('"help"', deep), 400],
    [
      "thirty-three levels in the midst of quotation marks",
      () => `{"\\"[": ${"[".repeat(32)}"\\\\"${"]".repeat(32)}}`,
      400,
    ],
    ["more than the limit", () => activity({ text: "a".repeat(bodyLimits.bytes) }), 413],
    ["no type", () => without("type"), 400],
    ["an empty type", () => activity({ type: "" }), 400],
    ["no serviceUrl", () => without("serviceUrl"), 400],
    ["a serviceUrl that is no URL", () => activity({ serviceUrl: "teams" }), 400],
    ["a file as serviceUrl", () => activity({ serviceUrl: "file:///etc/passwd" }), 400],
    ["a serviceUrl elsewhere", () => activity({ serviceUrl: "https://example.com/" }), 403],
    ["a serviceUrl that looks like loopback", () => activity({ serviceUrl: "http://127.0.0.1.example.com/" }), 403],
    ["no sender", () => without("from"), 400],
    ["a sender without id", () => activity({ from: { name: "Ana" } }), 400],
    ["a sender whose id is an object", () => activity({ from: { id: { $gt: "" } } }), 400],
    ["no recipient", () => without("recipient"), 400],
    ["no conversation", () => without("conversation"), 400],
    ["text that is a number", () => activity({ text: 5 }), 400],
    ["half a character in an id", () => activity({ conversation: { id: "a:\ud800" } }), 400],
    ["an id of ten thousand letters", () => activity({ id: "x".repeat(10_000) }), 400],
  ];
  test.each(cases)("%s", async (_, body, status) => {
    const logged = service.log.entries.length;
    const called = service.teams.calls.length;
    const answer = await service.teams.post(body());
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ error: { code: expect.any(String), message: expect.any(String) } });
    expect(service.teams.calls).toHaveLength(called);
    expect(service.log.entries.slice(logged)).toHaveLength(1);
    expect(JSON.stringify(service.log.entries.slice(logged))).not.toMatch(/ana|help|missing/i);
  });

  test("a body that is not said to be JSON", async () => {
    const answer = await service.teams.post(activity(), { "content-type": "text/plain" });
    expect(answer.status).toBe(415);
  });

  test("another path", async () => {
    const response = await fetch(`${service.url}/api/else`, { method: "POST", body: "{}" });
    expect(response.status).toBe(404);
  });

  test("another method", async () => {
    expect((await fetch(`${service.url}/api/messages`)).status).toBe(405);
  });

  test("a broken line harms nobody", async () => {
    await new Promise<void>((resolve) => {
      const req = request(`${service.url}/api/messages`, {
        method: "POST",
        headers: { "content-type": "application/json", "content-length": 100 },
      });
      req.on("error", () => {
        resolve();
      });
      req.write("{");
      setTimeout(() => req.destroy(), 20);
    });
    expect((await fetch(`${service.url}/healthz`)).status).toBe(200);
  });
});

describe("the rehearsal answers only this machine", () => {
  test("a name that somebody else pointed here is refused", async () => {
    const status = await new Promise((resolve) => {
      const req = request(`${service.url}/healthz`, { headers: { host: "evil.example" } }, (res) => {
        res.resume();
        resolve(res.statusCode);
      });
      req.end();
    });
    expect(status).toBe(403);
  });
});

describe("another kind of activity is taken quietly", () => {
  test.each(["typing", "messageReaction", "event", "endOfConversation", "somethingNew"])("%s", async (type) => {
    const called = service.teams.calls.length;
    expect((await service.teams.post(activity({ type, text: undefined }))).status).toBe(200);
    expect(service.teams.calls).toHaveLength(called);
  });

  test("an invoke that nobody knows gets a clear answer", async () => {
    const answer = await service.teams.post(activity({ type: "invoke", name: "signin/verifyState", value: {} }));
    expect(answer).toEqual({ status: 400, body: { error: { code: "UnknownInvoke", message: expect.any(String) } } });
  });
});

test("it says that it is well", async () => {
  const response = await fetch(`${service.url}/healthz`);
  expect([response.status, await response.json()]).toEqual([200, { status: "ok" }]);
});
