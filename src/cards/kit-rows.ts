import { box, say } from "./kit.ts";
import type { ColumnSet, Container, Element, Execute } from "./schema.ts";

/** What stands at the left and gives way, and what stands at the right and keeps its width. */
export const sideBySide = (
  left: readonly Element[],
  right: readonly Element[],
  width: `${number}px` | "auto" = "auto",
): ColumnSet => ({
  type: "ColumnSet",
  spacing: "default",
  columns: [
    { type: "Column", width: "stretch", items: left },
    { type: "Column", width, items: right },
  ],
});

/** A row that is a button: readable at any length, with a mark that says it can be tapped. */
export const tapRow = (items: readonly Element[], press: Execute): Container =>
  box(
    [
      {
        type: "ColumnSet",
        columns: [
          { type: "Column", width: "stretch", items, verticalContentAlignment: "center" },
          {
            type: "Column",
            width: "auto",
            items: [say("›", { color: "accent", size: "large", weight: "bolder" })],
            verticalContentAlignment: "center",
          },
        ],
      },
    ],
    { style: "emphasis", spacing: "small", selectAction: press },
  );
