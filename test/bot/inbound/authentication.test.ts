import { startService, type Service } from "../support/service.ts";

/** A service with credentials: nobody gets in without Microsoft's word for them. Nothing here leaves this machine. */
const credentials = {
  appId: "11111111-2222-4333-8444-555555555555",
  password: "made-up",
  type: "SingleTenant",
  tenant: "rehearsal",
} as const;

let service: Service;
beforeAll(async () => {
  service = await startService({ credentials });
});
afterAll(() => service.stop());

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const token = (header: unknown, claims: unknown): string => `Bearer ${base64(header)}.${base64(claims)}.c2lnbmVk`;
const teamsUrl = "https://smba.trafficmanager.net/uk/";

const says = (more: Readonly<Record<string, unknown>>, headers: Readonly<Record<string, string>> = {}) => {
  const { ana, teams } = service;
  const activity = ana.activity(ana.chat, { type: "message", text: "report", serviceUrl: teamsUrl, ...more });
  return teams.post(activity, headers);
};

describe("in service nobody is believed without proof", () => {
  const claims = { iss: "https://issuer.example", aud: credentials.appId, serviceurl: teamsUrl };
  const unsigned = token({ alg: "none", typ: "JWT" }, claims);
  const anotherIssuer = token({ alg: "RS256", kid: "k" }, claims);
  test.each([
    ["no token", {}],
    ["an empty one", { authorization: "" }],
    ["no bearer", { authorization: "Basic YTpi" }],
    ["nonsense", { authorization: "Bearer nonsense" }],
    ["three parts of nonsense", { authorization: "Bearer a.b.c" }],
    ["an unsigned token", { authorization: unsigned }],
    ["another issuer's", { authorization: anotherIssuer }],
  ])(
    "%s",
    async (_, headers) => {
      const answer = await says({}, headers);
      expect(answer).toEqual({ status: 401, body: { error: { code: "Unauthorized", message: expect.any(String) } } });
      expect(await service.records.count("draft")).toBe(0);
      expect(service.teams.calls).toEqual([]);
    },
    30_000,
  );

  test("a connector on this machine is not Teams", async () => {
    expect((await says({ serviceUrl: service.teams.url })).status).toBe(403);
  });

  test("another channel of the bot service is not Teams", async () => {
    expect((await says({ channelId: "directline" })).status).toBe(403);
  });
});
