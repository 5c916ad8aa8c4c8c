import { createServer, plugins } from "restify";
import { compose } from "../../src/compose.ts";

/** One of the two servers that `bench/turn.ts` compares; asked, it says how much CPU it has used. */
const [kind, connector = "", store = ""] = process.argv.slice(2);

/** The SDK's own sample of a bot, and nothing else. */
const echo = async (): Promise<number> => {
  const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = await import("botbuilder");
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const server = createServer();
  server.use(plugins.bodyParser());
  server.post("/api/messages", async (req, res) => {
    // Restify's own types and the SDK's differ in what is optional; the objects are those of the SDK's sample.
    await adapter.process(req as never, res as never, async (context) => {
      await context.sendActivity(`You said: ${context.activity.text}`);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return server.address().port;
};

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

const product = async (): Promise<number> => {
  const service = await compose(
    {
      port: 0,
      credentials: null,
      tenant: "rehearsal",
      serviceUrl: connector,
      tenantRate: 30,
      store,
      policies: "policies",
      council: "policies/example/council.yaml",
      roster: "policies/example/roster.csv",
    },
    // Teams' limits would make the bench wait; waiting costs no CPU, but it takes for ever.
    { log: silent, teams: { limits: { thread: [], tenant: [] } }, beatMs: 60_000 },
  );
  await service.start();
  return service.port();
};

const port = kind === "echo" ? await echo() : await product();
process.on("disconnect", () => process.exit(0));
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ port, cpu: user + system });
});
