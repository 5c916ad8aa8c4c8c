import { mayCall, readSettings } from "../../src/bot/config.ts";

const service = {
  MicrosoftAppId: "11111111-2222-4333-8444-555555555555",
  MicrosoftAppPassword: "secret",
  MicrosoftAppTenantId: "99999999-2222-4333-8444-555555555555",
};
const faultsOf = (environment: Readonly<Record<string, string>>): readonly string[] => {
  const read = readSettings(environment);
  return read.outcome === "faults" ? read.faults : [];
};
const settings = (environment: Readonly<Record<string, string>>) => {
  const read = readSettings(environment);
  if (read.outcome === "faults") throw new Error(read.faults.join("\n"));
  return read.settings;
};

describe("the environment decides between the rehearsal and the service", () => {
  test("with nothing set it is a rehearsal on port 3978", () => {
    expect(settings({})).toMatchObject({ port: 3978, credentials: null, tenant: "rehearsal", serviceUrl: null });
  });

  test("with credentials it is the service, in its own tenant", () => {
    expect(settings(service)).toMatchObject({
      tenant: service.MicrosoftAppTenantId,
      credentials: { appId: service.MicrosoftAppId, type: "SingleTenant" },
      serviceUrl: "https://smba.trafficmanager.net/uk/",
    });
  });

  test("a managed identity needs no password", () => {
    const { MicrosoftAppPassword: _, ...without } = service;
    expect(settings({ ...without, MicrosoftAppType: "UserAssignedMSI" }).credentials?.password).toBeUndefined();
  });
});

describe("it refuses to start half-configured", () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
    ["an app id alone", { MicrosoftAppId: service.MicrosoftAppId }, ["MicrosoftAppTenantId", "MicrosoftAppPassword"]],
    ["a password alone", { MicrosoftAppPassword: "secret" }, ["MicrosoftAppId", "MicrosoftAppTenantId"]],
    ["App Service without credentials", { WEBSITE_INSTANCE_ID: "x" }, ["MicrosoftAppId", "MicrosoftAppTenantId"]],
    ["a rehearsal beside credentials", { ...service, WATCHFUL_REHEARSAL: "true" }, ["WATCHFUL_REHEARSAL"]],
    ["plain http in service", { ...service, WATCHFUL_SERVICE_URL: "http://127.0.0.1/" }, ["WATCHFUL_SERVICE_URL"]],
    ["an app id that is none", { ...service, MicrosoftAppId: "watchful" }, ["MicrosoftAppId"]],
    ["a port and a rate that are none", { PORT: "http", WATCHFUL_TENANT_RATE: "0" }, ["PORT", "WATCHFUL_TENANT_RATE"]],
  ];
  test.each(cases)("%s", (_, environment, named) => {
    const faults = faultsOf(environment).join("\n");
    for (const name of named) expect(faults).toContain(`${name}:`);
  });

  test("no fault repeats a secret", () => {
    expect(faultsOf({ MicrosoftAppPassword: "hunter2", PORT: "hunter2" }).join()).not.toContain("hunter2");
  });
});

describe("where it may speak", () => {
  const rehearsal = settings({});
  const inService = settings(service);
  test.each([
    ["http://127.0.0.1:3978/rehearsal", true, false],
    ["http://localhost:56150", true, false],
    ["http://[::1]:3978", true, false],
    ["https://smba.trafficmanager.net/uk/", false, true],
    ["http://smba.trafficmanager.net/uk/", false, false],
    ["https://smba.trafficmanager.net.example.com/", false, false],
    ["https://evilsmba.trafficmanager.net/", false, false],
    ["https://smba.trafficmanager.net@example.com/", false, false],
    ["http://169.254.169.254/metadata", false, false],
    ["not a url", false, false],
  ])("%s: rehearsal %s, service %s", (url, here, there) => {
    expect([mayCall(rehearsal, url), mayCall(inService, url)]).toEqual([here, there]);
  });
});
