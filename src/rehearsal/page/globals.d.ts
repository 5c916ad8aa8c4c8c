import type * as Cards from "adaptivecards";

declare global {
  /** `adaptivecards/dist/adaptivecards.min.js`, loaded by a script tag before the modules. */
  const AdaptiveCards: typeof Cards;
  /** `markdown-it/dist/browser/markdown-it.umd.min.js`, likewise. */
  const markdownit: (options: { html: boolean; linkify: boolean; breaks: boolean }) => {
    render(text: string): string;
    disable(rules: readonly string[]): unknown;
  };
}
