/**
 * The floors of the house: a floor imports only what stands below it. Each rule says why it is there; the words appear
 * when it is broken. `npm run floors` holds them.
 */

/** Anything under src/ that is not in one of these folders. */
const except = (...folders) => `^src/(?!${folders.map((folder) => `${folder}(?:/|\\.ts$)`).join("|")})`;

/** Node's own modules that reach outside the process. Pure ones (node:crypto, node:util …) are welcome on every floor. */
const outside =
  "^(?:node:)?(?:fs|fs/promises|http|http2|https|net|tls|dgram|dns|dns/promises|child_process|cluster|worker_threads|os|process|readline|readline/promises|repl|sqlite|timers|timers/promises|inspector|v8|vm)$";

const floor = (name, folder, comment, ...below) => ({
  name,
  comment,
  severity: "error",
  from: { path: `^src/${folder}/` },
  to: { path: except(folder, ...below) },
});

const onlyPackages = (folder, comment, ...packages) => ({
  name: `${folder}-packages`,
  comment,
  severity: "error",
  from: { path: `^src/${folder}/` },
  to: { path: "node_modules/", pathNot: `node_modules/(?:${packages.join("|")})/` },
});

module.exports = {
  forbidden: [
    floor(
      "floor-1-domain",
      "domain",
      "The words stand on nothing: every other floor speaks them, so anything they leaned on would be everywhere.",
    ),
    onlyPackages("domain", "The words are checked by zod and need no other library.", "zod"),
    floor(
      "floor-2-time",
      "time",
      "Working days and London's clocks are facts about England; they know nothing of reports or policies.",
      "domain",
    ),
    onlyPackages(
      "time",
      "Dates are counted with date-fns and here; a second library would count differently.",
      "date-fns",
      "@date-fns",
    ),
    floor(
      "floor-3-rules",
      "rules",
      "Rules decide. They never ask (dialogs) or speak (cards), so that a clause can be tested without a screen.",
      "domain",
      "time",
    ),
    floor(
      "floor-3-dialogs",
      "dialogs",
      "Flows route. What applies is decided by rules and reaches them as an argument; how it looks belongs to cards.",
      "domain",
      "time",
    ),
    floor(
      "floor-3-cards",
      "cards",
      "Cards speak. They are given what to say, so that the same words can be shown in Teams, in the rehearsal and in a test.",
      "domain",
      "time",
    ),
    floor(
      "floor-4-app",
      "app",
      "Use cases conduct rules and records through ports. If they knew Teams, SQLite or Graph, none of those could be replaced.",
      "domain",
      "time",
      "rules",
    ),
    floor(
      "floor-5-bot",
      "bot",
      "The door to Teams turns messages into use cases and answers into cards. It decides nothing, hence no rules; it is given its adapters, hence none of those.",
      "app",
      "dialogs",
      "cards",
      "time",
      "domain",
    ),
    {
      name: "floor-5-adapters",
      comment:
        "An adapter keeps one promise of app/ports with one outside part. It sees the ports, the words and itself: not the use cases, not another adapter.",
      severity: "error",
      from: { path: "^src/adapters/([^/]+)/" },
      to: { path: "^src/", pathNot: "^src/(?:app/ports|domain|adapters/$1)/" },
    },
    floor(
      "floor-5-rehearsal",
      "rehearsal",
      "The rehearsal stands in for Teams on the other side of the wire. If it reached into the bot or the cards, what is rehearsed would not be what ships. It knows the calendar, to move its clock.",
      "app",
      "time",
      "domain",
    ),
    {
      name: "floor-6-is-the-roof",
      comment:
        "Composition roots construct things and are imported by nobody; who needs what they build takes it as an argument.",
      severity: "error",
      from: { path: "^src/(?!cli/)[^/]+/" },
      to: { path: "^src/(?:[^/]+\\.ts$|cli/)" },
    },
    {
      name: "pure-floors",
      comment:
        "Floors 1 to 4 do no input or output: their answers depend on their arguments alone, so a test needs no disk and no network.",
      severity: "error",
      from: { path: "^src/(?:domain|time|rules|dialogs|cards|app)/" },
      to: { dependencyTypes: ["core"], path: outside },
    },
    {
      name: "botbuilder-in-bot-only",
      comment: "The Bot Framework SDK is out of support (docs/adr/0001): its successor must be one folder's work.",
      severity: "error",
      from: { path: "^(?:src|scripts)/", pathNot: "^src/bot/" },
      to: { path: "(?:^|node_modules/)(?:botbuilder|botframework)[^/]*(?:/|$)" },
    },
    {
      name: "sqlite-in-its-adapter-only",
      comment: "Everybody else speaks to the Records port, so that Cosmos DB can stand in its place (docs/adr/0003).",
      severity: "error",
      from: { path: "^(?:src|scripts)/", pathNot: "^src/adapters/sqlite/" },
      to: { path: "^(?:node:)?sqlite$" },
    },
    {
      name: "no-cycles",
      comment: "Two files that need each other are one file, or there is a third in them.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-tests-in-the-product",
      comment: "The product runs without its tests and its benchmarks.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(?:test|bench)/" },
    },
    {
      name: "no-development-packages-in-the-product",
      comment:
        "A package that only developers install is missing where the product runs. Types are erased, so they may come from anywhere.",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "node_modules/@types/" },
    },
    {
      name: "no-unlisted-packages",
      comment: "A package that package.json does not name is here by accident of somebody else's dependencies.",
      severity: "error",
      from: { path: "^(?:src|test|bench|scripts)/" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown", "unknown", "undetermined"] },
    },
    {
      name: "nothing-unresolved",
      comment: "An import that leads nowhere fails when it is reached, which may be at night.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^src/rehearsal/page/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      conditionNames: ["import", "require", "node", "default", "types"],
      exportsFields: ["exports"],
      // A package of types alone (microsoft-graph-types) has no main file.
      mainFields: ["module", "main", "types", "typings"],
    },
  },
};
