/** Tests run as CommonJS through swc; types are checked apart by `npm run types`. */
export default {
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript" }, target: "es2024" }, module: { type: "commonjs" } },
    ],
  },
  extensionsToTreatAsEsm: [],
  testTimeout: 20_000,
  maxWorkers: 2,
};
