import { refusalOf, type Asking } from "../../src/rehearsal/guard.ts";
import { createServer } from "restify";
import { mountRehearsal } from "../../src/rehearsal/mount.ts";
import { council, movable, people } from "./support/bot.ts";

const asking = (more: Partial<Asking>): Asking => ({
  method: "POST",
  remoteAddress: "127.0.0.1",
  host: "localhost:3978",
  origin: undefined,
  site: undefined,
  ...more,
});

describe("who may speak to the rehearsal", () => {
  it.each<[string, Partial<Asking>]>([
    ["the bot itself", {}],
    ["the page", { origin: "http://localhost:3978", site: "same-origin" }],
    ["the page under the other name", { host: "127.0.0.1:3978", origin: "http://127.0.0.1:3978" }],
    ["the page over IPv6", { host: "[::1]:3978", remoteAddress: "::1", origin: "http://[::1]:3978" }],
    ["somebody who follows a link from elsewhere", { method: "GET", site: "cross-site" }],
  ])("%s may", (_, more) => {
    expect(refusalOf(asking(more))).toBeNull();
  });

  it.each<[string, Partial<Asking>]>([
    ["another machine", { remoteAddress: "192.168.0.7" }],
    ["a line without an address", { remoteAddress: undefined }],
    ["a name that was pointed at this machine", { host: "attacker.example:3978" }],
    ["a name that only begins like this machine's", { host: "localhost.attacker.example" }],
    ["a name that reads from the other machine, even to look", { host: "attacker.example", method: "GET" }],
    ["nobody's name", { host: undefined }],
    ["another site's page", { origin: "https://attacker.example" }],
    ["another page of this machine", { origin: "http://localhost:8080" }],
    ["a page without an origin of its own", { origin: "null" }],
    ["a form on another site, by the browser's word", { site: "cross-site" }],
  ])("%s may not", (_, more) => {
    expect(refusalOf(asking(more))).not.toBeNull();
  });
});

describe("the room stays shut beside real credentials", () => {
  it.each(["MicrosoftAppId", "MicrosoftAppPassword", "MicrosoftAppTenantId", "WEBSITE_INSTANCE_ID"])(
    "when %s is set",
    async (name) => {
      const deps = { people, council, clock: movable(), environment: { [name]: "something" } };
      const post = () => Promise.resolve({ status: 200, body: undefined });
      const mounted = mountRehearsal(createServer(), { ...deps, post, onClockMoved: () => Promise.resolve() });
      await expect(mounted).rejects.toThrow(name);
    },
  );
});
