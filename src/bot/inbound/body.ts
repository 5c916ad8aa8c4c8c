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
  if (isTooDeep(text)) {
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

const [quote, backslash] = [0x22, 0x5c];
const [brace, bracket, braceEnd, bracketEnd] = [0x7b, 0x5b, 0x7d, 0x5d];

/** Looks once along the text, leaps over strings, and stops where the limit is passed: a storm of these must cost next to nothing. */
const isTooDeep = (text: string): boolean => {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at);
    else if (code === brace || code === bracket) depth += 1;
    else if (code === braceEnd || code === bracketEnd) depth -= 1;
    if (depth > bodyLimits.depth) return true;
  }
  return false;
};

/** Where the string that begins here ends; the text's end when it never does. */
const endOfString = (text: string, from: number): number => {
  for (let at = text.indexOf('"', from + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === backslash) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return text.length;
};
