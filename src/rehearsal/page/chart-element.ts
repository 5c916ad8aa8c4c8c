import type { SerializationContext } from "adaptivecards";
import { drawChart } from "./charts.ts";

const names = ["Chart.VerticalBar.Grouped", "Chart.Line"] as const;

/** Teaches the library the charts, which are an extension of Teams. Without this it draws the table that stands in for each. */
export const learnCharts = (): void => {
  for (const name of names) {
    class ChartElement extends AdaptiveCards.CardElement {
      private described: Readonly<Record<string, unknown>> = {};

      getJsonTypeName(): string {
        return name;
      }

      protected override internalParse(source: Record<string, unknown>, context: SerializationContext): void {
        super.internalParse(source, context);
        this.described = source;
      }

      protected internalRender(): HTMLElement {
        return drawChart(this.described);
      }
    }
    AdaptiveCards.GlobalRegistry.elements.register(name, ChartElement);
  }
};
