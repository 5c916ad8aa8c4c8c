/** Host configurations close to Teams' own, light and dark. */
const tones = (fore: string, subtle: string) => ({ default: fore, subtle });

interface Palette {
  readonly page: string;
  readonly back: string;
  readonly edge: string;
  readonly text: string;
  readonly subtle: string;
  readonly accent: string;
  readonly good: string;
  readonly warning: string;
  readonly attention: string;
  readonly emphasis: string;
  readonly goodBack: string;
  readonly warningBack: string;
  readonly attentionBack: string;
}

export const palettes = {
  light: {
    page: "#f5f5f5",
    back: "#ffffff",
    edge: "#d1d1d1",
    text: "#242424",
    subtle: "#616161",
    accent: "#5b5fc7",
    good: "#237b4b",
    warning: "#835c00",
    attention: "#c4314b",
    emphasis: "#f5f5f5",
    goodBack: "#e7f2da",
    warningBack: "#fbf6d9",
    attentionBack: "#fcf4f6",
  },
  dark: {
    page: "#1f1f1f",
    back: "#292929",
    edge: "#3d3d3d",
    text: "#ffffff",
    subtle: "#adadad",
    accent: "#9299f7",
    good: "#92c353",
    warning: "#f8d22a",
    attention: "#f9526b",
    emphasis: "#1f1f1f",
    goodBack: "#0d2e0d",
    warningBack: "#463100",
    attentionBack: "#3e1f25",
  },
} as const satisfies Record<string, Palette>;
export type Theme = keyof typeof palettes;

const colours = (p: Palette) => ({
  default: tones(p.text, p.subtle),
  dark: tones(p.text, p.subtle),
  light: tones(p.subtle, p.subtle),
  accent: tones(p.accent, p.accent),
  good: tones(p.good, p.good),
  warning: tones(p.warning, p.warning),
  attention: tones(p.attention, p.attention),
});

export const hostConfig = (theme: Theme) => {
  const p = palettes[theme];
  const on = (backgroundColor: string) => ({ backgroundColor, foregroundColors: colours(p) });
  return {
    supportsInteractivity: true,
    fontFamily: "'Segoe UI', 'Liberation Sans', sans-serif",
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: p.edge },
    containerStyles: {
      default: on(p.back),
      emphasis: on(p.emphasis),
      accent: on(p.emphasis),
      good: on(p.goodBack),
      warning: on(p.warningBack),
      attention: on(p.attentionBack),
    },
    actions: {
      maxActions: 6,
      spacing: "default",
      buttonSpacing: 8,
      showCard: { actionMode: "inline", inlineTopMargin: 16, style: "emphasis" },
      actionsOrientation: "horizontal",
      actionAlignment: "left",
    },
    factSet: {
      title: { weight: "bolder", wrap: true, maxWidth: 150 },
      value: { wrap: true },
      spacing: 12,
    },
    inputs: { label: { inputSpacing: "small", requiredInputs: { suffix: " *", suffixColor: "attention" } } },
    textBlock: { headingLevel: 2 },
  };
};
