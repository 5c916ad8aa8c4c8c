/** Structured logging. Values are references and codes: never a name of a child, never what somebody typed. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

export interface Log {
  info(what: string, fields?: LogFields): void;
  warn(what: string, fields?: LogFields): void;
  error(what: string, fields?: LogFields): void;
}
