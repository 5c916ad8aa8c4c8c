import { createSign, generateKeyPairSync } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { ConfigurationServiceClientCredentialFactory } from "botbuilder";
import { createSdk, type Sdk } from "../../../src/bot/inbound/sdk.ts";

const appId = "11111111-2222-4333-8444-555555555555";
const teamsUrl = "https://smba.trafficmanager.net/uk/";
const issuer = "https://api.botframework.com";

const ours = generateKeyPairSync("rsa", { modulusLength: 2048 });
const theirs = generateKeyPairSync("rsa", { modulusLength: 2048 });

/** Microsoft's keys, pretended on this machine. */
let microsoft: Server;
let sdk: Sdk;
beforeAll(async () => {
  // The SDK tells the console why it believes nobody; the tests say it in words of their own.
  jest.spyOn(console, "error").mockImplementation(() => undefined);
  const jwk = { ...ours.publicKey.export({ format: "jwk" }), kid: "k1", use: "sig", endorsements: ["msteams"] };
  microsoft = createServer((req, res) => {
    res.setHeader("content-type", "application/json");
    const keys = req.url === "/keys";
    res.end(JSON.stringify(keys ? { keys: [jwk] } : { issuer, jwks_uri: `http://${String(req.headers.host)}/keys` }));
  });
  await new Promise<void>((resolve) => {
    microsoft.listen(0, "127.0.0.1", resolve);
  });
  const { port } = microsoft.address() as AddressInfo;
  const metadata = `http://127.0.0.1:${String(port)}/metadata`;
  sdk = createSdk(
    { appId, password: "made-up", type: "SingleTenant", tenant: "t" },
    {
      ToBotFromChannelTokenIssuer: issuer,
      ToBotFromChannelOpenIdMetadataUrl: metadata,
      ToBotFromEmulatorOpenIdMetadataUrl: metadata,
      ToChannelFromBotOAuthScope: issuer,
      ToChannelFromBotLoginUrl: "https://login.microsoftonline.com/t",
    },
  );
});
afterAll(() => {
  jest.restoreAllMocks();
  microsoft.closeAllConnections();
  microsoft.close();
});

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const seconds = Math.floor(performance.timeOrigin / 1000);
const claims = { iss: issuer, aud: appId, serviceurl: teamsUrl, nbf: seconds - 600, exp: seconds + 3600 };
const signed = (more: object = {}, header: object = {}, key = ours.privateKey): string => {
  const content = `${base64({ alg: "RS256", typ: "JWT", kid: "k1", ...header })}.${base64({ ...claims, ...more })}`;
  return `Bearer ${content}.${createSign("RSA-SHA256").update(content).sign(key).toString("base64url")}`;
};
const activity = { type: "message", channelId: "msteams", serviceUrl: teamsUrl };

describe("a caller proves itself with a token of Microsoft's", () => {
  test("signed by its key, for this bot, this channel and this service URL", async () => {
    await expect(sdk.prove(signed(), activity)).resolves.toBeUndefined();
  });

  test.each([
    ["another key", () => signed({}, {}, theirs.privateKey)],
    ["a key that Microsoft does not have", () => signed({}, { kid: "k2" })],
    ["no signature at all", () => `${signed({}, { alg: "none" }).split(".").slice(0, 2).join(".")}.`],
    ["a token for another bot", () => signed({ aud: "99999999-2222-4333-8444-555555555555" })],
    ["a token for another service URL", () => signed({ serviceurl: "https://smba.trafficmanager.net/amer/" })],
    ["a token that ran out an hour ago", () => signed({ exp: seconds - 3600 })],
    ["a token of another issuer", () => signed({ iss: "https://issuer.example" })],
  ])("not with %s", async (_, token) => {
    await expect(sdk.prove(token(), activity)).rejects.toThrow();
  });

  test("not with a key that is not endorsed for the channel", async () => {
    await expect(sdk.prove(signed(), { ...activity, channelId: "directline" })).rejects.toThrow();
  });
});

describe("a token to call with", () => {
  const graph = "https://graph.microsoft.com";

  test("is for the connector unless told, and another service's is another's", async () => {
    const asked: string[] = [];
    const spy = jest
      .spyOn(ConfigurationServiceClientCredentialFactory.prototype, "createCredentials")
      .mockImplementation((_, audience) => {
        asked.push(audience);
        return Promise.resolve({ getToken: () => Promise.resolve(`token for ${audience}`) } as never);
      });
    const fresh = createSdk({ appId, password: "made-up", type: "SingleTenant", tenant: "t" });
    expect(await fresh.token()).toBe(`token for ${issuer}`);
    expect(await fresh.token(graph)).toBe(`token for ${graph}`);
    expect(await fresh.token(graph)).toBe(`token for ${graph}`);
    expect(asked).toEqual([issuer, graph]);
    spy.mockRestore();
  });
});
