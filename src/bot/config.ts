import { z } from "zod";

const flag = z.enum(["true", "false"]).transform((value) => value === "true");

/** `127.0.0.1`, `localhost` and `[::1]`: this machine and nobody else's. */
const loopback = new Set(["127.0.0.1", "localhost", "[::1]"]);
export const isLoopback = (url: string): boolean => URL.canParse(url) && loopback.has(new URL(url).hostname);

/** Variables that only make sense in service. One of them alone is a half-finished installation, never a rehearsal. */
const azureNames = [
  "MicrosoftAppId",
  "MicrosoftAppPassword",
  "MicrosoftAppTenantId",
  "WEBSITE_INSTANCE_ID",
  "WEBSITE_HOSTNAME",
] as const;

const text = z.string().trim().min(1);

const environmentSchema = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
    WATCHFUL_STORE: text.default("data/watchful.db"),
    WATCHFUL_POLICIES: text.default("policies"),
    WATCHFUL_COUNCIL: text.default("policies/example/council.yaml"),
    WATCHFUL_ROSTER: text.default("policies/example/roster.csv"),
    /** Who is on duty outside the working day; a file that is not there is no rota. */
    WATCHFUL_ROTA: text.default("policies/example/rota.csv"),
    /** Contacts of agencies outside the council; a file that is not there is none. */
    WATCHFUL_AGENCIES: text.default("policies/example/agencies.csv"),
    WATCHFUL_SERVICE_URL: z.url().default("https://smba.trafficmanager.net/uk/"),
    /** Messages a second to the whole tenant: 30 or 50, Microsoft's pages differ. */
    WATCHFUL_TENANT_RATE: z.coerce.number().int().min(1).max(50).default(30),
    WATCHFUL_REHEARSAL: flag.optional(),
    MicrosoftAppId: z.guid().optional(),
    MicrosoftAppPassword: text.optional(),
    MicrosoftAppType: z.enum(["SingleTenant", "UserAssignedMSI"]).default("SingleTenant"),
    MicrosoftAppTenantId: z.guid().optional(),
    WEBSITE_INSTANCE_ID: z.string().optional(),
    WEBSITE_HOSTNAME: z.string().optional(),
  })
  .superRefine((env, context) => {
    const say = (name: string, message: string): void => {
      context.addIssue({ code: "custom", path: [name], message });
    };
    const named = azureNames.filter((name) => env[name] !== undefined);
    if (named.length === 0) return;
    const why = `needed because ${named.join(", ")} ${named.length === 1 ? "is" : "are"} set`;
    if (env.MicrosoftAppId === undefined) say("MicrosoftAppId", `${why}: without it nobody is authenticated`);
    if (env.MicrosoftAppTenantId === undefined) say("MicrosoftAppTenantId", why);
    if (env.MicrosoftAppType === "SingleTenant" && env.MicrosoftAppPassword === undefined) {
      say("MicrosoftAppPassword", `${why}, or set MicrosoftAppType to UserAssignedMSI`);
    }
    if (env.WATCHFUL_REHEARSAL === true) say("WATCHFUL_REHEARSAL", "the rehearsal cannot run beside real credentials");
    if (!env.WATCHFUL_SERVICE_URL.startsWith("https://")) say("WATCHFUL_SERVICE_URL", "must be https in service");
  });

/** How Microsoft is asked who is calling, and how the bot proves itself. */
export interface Credentials {
  readonly appId: string;
  readonly password: string | undefined;
  readonly type: "SingleTenant" | "UserAssignedMSI";
  readonly tenant: string;
}

export interface Settings {
  readonly port: number;
  /** Null in the rehearsal: nobody is authenticated, so the process stays on this machine. */
  readonly credentials: Credentials | null;
  /** Entra ID tenant whose people are answered; "rehearsal" without credentials. */
  readonly tenant: string;
  /** Where the bot speaks first when no conversation says better. Null: the rehearsal room, on this server. */
  readonly serviceUrl: string | null;
  readonly tenantRate: number;
  readonly store: string;
  readonly policies: string;
  readonly council: string;
  readonly roster: string;
  /** The duty rota; left out, or not there: nobody is on duty but the posts' own holders. */
  readonly rota?: string;
  /** Whom to ask at agencies outside the council; left out, or not there: nobody is in a list. */
  readonly agencies?: string;
}

/** Reads the environment. Every fault at once, a line each: whoever installs it should not have to start it six times. */
export const readSettings = (
  environment: Readonly<Record<string, string | undefined>>,
): { outcome: "read"; settings: Settings } | { outcome: "faults"; faults: readonly string[] } => {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  const read = environmentSchema.safeParse(set);
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    return { outcome: "faults", faults };
  }
  return { outcome: "read", settings: toSettings(read.data) };
};

const toSettings = (env: z.infer<typeof environmentSchema>): Settings => {
  const credentials = credentialsOf(env);
  return {
    port: env.PORT,
    credentials,
    tenant: credentials?.tenant ?? "rehearsal",
    serviceUrl: credentials === null ? null : env.WATCHFUL_SERVICE_URL,
    tenantRate: env.WATCHFUL_TENANT_RATE,
    store: env.WATCHFUL_STORE,
    policies: env.WATCHFUL_POLICIES,
    council: env.WATCHFUL_COUNCIL,
    roster: env.WATCHFUL_ROSTER,
    rota: env.WATCHFUL_ROTA,
    agencies: env.WATCHFUL_AGENCIES,
  };
};

const credentialsOf = (env: z.infer<typeof environmentSchema>): Credentials | null =>
  env.MicrosoftAppId === undefined || env.MicrosoftAppTenantId === undefined
    ? null
    : {
        appId: env.MicrosoftAppId,
        password: env.MicrosoftAppPassword,
        type: env.MicrosoftAppType,
        tenant: env.MicrosoftAppTenantId,
      };

/** Hosts of Microsoft's connectors. A token is sent there, so the list is short and https only. */
const connectorHosts = ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"] as const;

/** Whether the bot may speak to this service URL: Microsoft's own in service, this machine in the rehearsal. */
export const mayCall = (settings: Pick<Settings, "credentials">, serviceUrl: string): boolean => {
  if (settings.credentials === null) return isLoopback(serviceUrl);
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname } = new URL(serviceUrl);
  return protocol === "https:" && connectorHosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
};
