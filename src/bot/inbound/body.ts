import type { IncomingMessage } from "node:http";
import { StringDecoder } from "node:string_decoder";

/** Sizes that no activity of Teams comes near: a message is at most about 100 KB, an invoke's value a few levels deep. */
export const bodyLimits = { bytes: 256 * 1024, depth: 32 } as const;

export type Body =
  | { readonly outcome: "read"; readonly json: unknown }
  | { readonly outcome: "refused"; readonly status: 400 | 413; readonly code: string; readonly why: string };

const tooLarge: Body = {
  outcome: "refused",
  status: 413,
  code: "TooLarge",
  why: `The body is larger than ${String(bodyLimits.bytes)} bytes.`,
};

/** Reads a request's body as JSON, within the limits. Never throws for what was sent; rejects when the line breaks. */
export const readBody = async (req: IncomingMessage): Promise<Body> => {
  if (Number(req.headers["content-length"] ?? 0) > bodyLimits.bytes) return tooLarge;
  const decoder = new StringDecoder("utf8");
  let text = "";
  let bytes = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > bodyLimits.bytes) return tooLarge;
    text += decoder.write(chunk);
  }
  return parseBody(text + decoder.end());
};

/** Depth is measured on the text, so that nothing recursive ever meets a body that is too deep. */
export const parseBody = (text: string): Body => {
  if (depthOf(text) > bodyLimits.depth) {
    return {
      outcome: "refused",
      status: 400,
      code: "TooDeep",
      why: `The body is nested deeper than ${String(bodyLimits.depth)} levels.`,
    };
  }
  try {
    return { outcome: "read", json: JSON.parse(text) };
  } catch {
    return { outcome: "refused", status: 400, code: "NotJson", why: "The body is not JSON." };
  }
};

const opening = new Set(["{", "["]);
const closing = new Set(["}", "]"]);

/** Deepest nesting of objects and arrays, strings left out. */
const depthOf = (text: string): number => {
  let depth = 0;
  let deepest = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (opening.has(token)) deepest = Math.max(deepest, (depth += 1));
    else if (closing.has(token)) depth -= 1;
  }
  return deepest;
};
