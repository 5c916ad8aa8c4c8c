import { crc32 } from "node:zlib";

/** A cell as a spreadsheet keeps it: a text, a number, a real date (days since 1900), a failed formula, or nothing. */
export type SheetCell = string | number | boolean | null | { readonly date: number } | { readonly error: string };

export interface SheetOf {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
}

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));

const cellXml = (cell: SheetCell, at: string): string => {
  if (cell === null) return "";
  if (typeof cell === "string")
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  if (typeof cell === "number") return `<c r="${at}"><v>${String(cell)}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${at}" t="b"><v>${cell ? "1" : "0"}</v></c>`;
  return "date" in cell
    ? `<c r="${at}" s="1"><v>${String(cell.date)}</v></c>`
    : `<c r="${at}" t="e"><v>${escaped(cell.error)}</v></c>`;
};

const sheetXml = ({ rows }: SheetOf): string => {
  const body = rows.map((cells, row) => {
    const inner = cells.map((cell, index) => cellXml(cell, `${columnName(index)}${String(row + 1)}`)).join("");
    return `<row r="${String(row + 1)}">${inner}</row>`;
  });
  return `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${body.join("")}</sheetData></worksheet>`;
};

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";

/** Style 1 is a date. */
const styles = `<?xml version="1.0"?><styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

const parts = (sheets: readonly SheetOf[]): Record<string, string> => {
  const list = sheets.map(
    ({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${String(at + 1)}" r:id="rId${String(at + 1)}"/>`,
  );
  const relations = sheets.map(
    (_sheet, at) =>
      `<Relationship Id="rId${String(at + 1)}" Type="${relationships}/worksheet" Target="worksheets/sheet${String(at + 1)}.xml"/>`,
  );
  return {
    "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="${packaged}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    "_rels/.rels": `<?xml version="1.0"?><Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<?xml version="1.0"?><Relationships xmlns="${packaged}/relationships">${relations.join("")}<Relationship Id="rId99" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": styles,
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${String(at + 1)}.xml`, sheetXml(sheet)])),
  };
};

const shorts = (...values: readonly number[]): Buffer =>
  Buffer.concat(values.map((value) => Buffer.from([value & 0xff, value >> 8])));

const longs = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, at) => bytes.writeUInt32LE(value, at * 4));
  return bytes;
};

/** A zip whose files are stored as they are. */
const zip = (files: Readonly<Record<string, string>>): Buffer => {
  const [locals, centrals]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [path, text] of Object.entries(files)) {
    const [name, data] = [Buffer.from(path), Buffer.from(text)];
    const about = [shorts(0, 0, 0, 0), longs(crc32(data), data.length, data.length), shorts(name.length, 0)];
    const local = Buffer.concat([longs(0x04034b50), shorts(20), ...about, name, data]);
    centrals.push(longs(0x02014b50), shorts(20, 20), ...about, shorts(0, 0, 0), longs(0, offset), name);
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  const count = Object.keys(files).length;
  const end = [longs(0x06054b50), shorts(0, 0, count, count), longs(central.length, offset), shorts(0)];
  return Buffer.concat([...locals, central, ...end]);
};

/** An Excel workbook, made by hand so that it can be as dirty as a council's. */
export const workbookOf = (sheets: readonly SheetOf[]): Buffer => zip(parts(sheets));
