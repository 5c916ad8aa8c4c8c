import eslint from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

/** Time is an argument named `asOf`: one adapter reads the clock, so that every rule can be asked about any moment. */
const readingTheClock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "Take the time as an argument named asOf. Only src/adapters/clock reads the clock.",
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "Take the time as an argument named asOf. Only src/adapters/clock reads the clock.",
  },
  {
    selector: "CallExpression[callee.name='Date']",
    message: "Take the time as an argument named asOf. Only src/adapters/clock reads the clock.",
  },
];

/** A missing row must be a compile error, and a default would hide it. */
const exhaustive = {
  allowDefaultCaseForExhaustiveSwitch: false,
  considerDefaultExhaustiveForUnions: false,
  requireDefaultForNonUnion: true,
};

export default defineConfig(
  globalIgnores(["node_modules/", "data/", "coverage/", "docs/"]),
  // A rule that is wrong somewhere is changed here, with its reason; nobody switches one off in passing.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" } },
  eslint.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", exhaustive],
      // `() => log.info("…")` says what it does; braces would say no more.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // A parameter that a shape asks for and a body does not need is named `_`.
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "max-lines": ["error", { max: 250 }],
    },
  },
  {
    files: ["src/**/*.ts", "scripts/**/*.ts", "bench/**/*.ts", "test/support/**/*.ts"],
    // Elsewhere in test/ a describe block is one long function by nature.
    rules: { "max-lines-per-function": ["error", { max: 40, skipComments: true }] },
  },
  {
    files: ["src/**/*.ts"],
    ignores: ["src/adapters/clock/**"],
    rules: { "no-restricted-syntax": ["error", ...readingTheClock] },
  },
  {
    files: ["src/**/*.ts"],
    // The command line speaks on standard output; everything else speaks through the Log port, which knows what may be said.
    // The rehearsal's page runs in a browser, where the console is all there is.
    ignores: ["src/cli.ts", "src/cli/**", "src/rehearsal/page/**"],
    rules: { "no-console": "error" },
  },
  {
    files: ["test/**/*.ts"],
    rules: {
      // `expect(port.method)` names a method in order to look at it, not to call it.
      "@typescript-eslint/unbound-method": "off",
      // jest types its matchers (`expect.any(Number)`) as any, and they stand where values are assigned.
      "@typescript-eslint/no-unsafe-assignment": "off",
    },
  },
  {
    files: ["**/*.{js,cjs,mjs}"],
    languageOptions: { globals: { module: "readonly", process: "readonly" } },
  },
);
