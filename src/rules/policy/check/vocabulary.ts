import type { FactDefinition } from "../../../domain/vocabulary.ts";
import { readValue } from "../../engine/facts.ts";
import type { Piece } from "../files.ts";
import { insteadOf } from "../nearest.ts";
import type { Fault } from "../source.ts";
import { faultAt, keyFaultAt } from "./context.ts";
import type { Context } from "./context.ts";

/** Faults inside the vocabulary: words declared twice, options that do not fit, events that ask unknown facts. */
export const checkVocabulary = ({ pieces, vocabulary }: Context): readonly Fault[] => [
  ...twice(pieces.facts, "fact"),
  ...twice(pieces.events, "event"),
  ...twice(pieces.caseFacts, "fact of a case"),
  ...twice(pieces.happenings, "happening"),
  ...twice(pieces.dutyKinds, "kind of duty"),
  ...pieces.caseFacts.flatMap((piece) => [...checkOptions(piece), ...checkAssumed(piece)]),
  ...pieces.facts.flatMap((piece) => [...checkOptions(piece), ...checkAssumed(piece), ...checkLater(piece)]),
  ...pieces.events.flatMap((piece) =>
    piece.value.facts.flatMap((fact, index) => {
      const known = Object.keys(vocabulary.facts);
      if (!known.includes(fact))
        return [faultAt(piece, ["facts", index], `${fact} is not a known fact`, insteadOf(fact, known))];
      return piece.value.facts.indexOf(fact) === index
        ? []
        : [faultAt(piece, ["facts", index], `${fact} is asked twice`, "keep one of the two")];
    }),
  ),
];

/** The same word in two files; within one file YAML says it already. */
const twice = (pieces: readonly (Piece<unknown> & { readonly name: string })[], sort: string): readonly Fault[] =>
  pieces.flatMap((piece, index) => {
    const before = pieces.slice(0, index).find(({ name }) => name === piece.name);
    return before
      ? [
          keyFaultAt(
            piece,
            [],
            `${sort} ${piece.name} is declared in ${before.source.file} as well`,
            "keep one of the two",
          ),
        ]
      : [];
  });

type FactPiece = Piece<FactDefinition> & { readonly name: string };

const checkOptions = (piece: FactPiece): readonly Fault[] => {
  const { type, options } = piece.value;
  const chosen = type === "choice" || type === "choices";
  if (chosen && !options?.length)
    return [
      faultAt(piece, ["type"], `${piece.name} is a ${type} without options`, "write options: [{ value, label }]"),
    ];
  if (!chosen && options)
    return [
      keyFaultAt(
        piece,
        ["options"],
        `${piece.name} is a ${type} and has options`,
        "write type: choice, or remove them",
      ),
    ];
  return (options ?? []).flatMap(({ value }, index) =>
    (options ?? []).findIndex((other) => other.value === value) === index
      ? []
      : [faultAt(piece, ["options", index], `option ${value} is there twice`, "keep one of the two")],
  );
};

const checkAssumed = (piece: FactPiece): readonly Fault[] => {
  const { type, options, assume } = piece.value;
  if (assume === undefined || (type.startsWith("choice") && !options?.length)) return [];
  const read = readValue(piece.name, piece.value, assume);
  if ("fault" in read) {
    const [wrong = "", instead = ""] = read.fault.split(/: (.*)/s);
    return [faultAt(piece, ["assume"], `what is assumed does not fit: ${wrong}`, instead)];
  }
  return [];
};

/** What is asked later ends a clock, so it is a moment; and nothing can be assumed of what has not happened. */
const checkLater = (piece: FactPiece): readonly Fault[] => {
  const { later, type, assume } = piece.value;
  if (later === undefined) return [];
  if (type !== "instant")
    return [faultAt(piece, ["type"], `${piece.name} is asked later and is a ${type}`, "write type: instant")];
  if (assume !== undefined)
    return [keyFaultAt(piece, ["assume"], `${piece.name} is asked later and is assumed already`, "remove assume")];
  return later.afterHours.every((hours, index) => index === 0 || hours > (later.afterHours[index - 1] ?? 0))
    ? []
    : [faultAt(piece, ["later", "afterHours"], "these hours do not rise", "write them in order, each once: [24, 48]")];
};
