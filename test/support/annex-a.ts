import type { SheetCell, SheetOf } from "./workbook.ts";

export const child = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)"];
export const need = [
  ...child,
  "CIN Start Date",
  "Date Child Was Last Seen",
  "CIN Closure Date",
  "Case status",
  "Allocated Team",
  "Allocated Worker",
];
export const plan = [
  ...child,
  "Child Protection Plan Start Date",
  "Initial Category of Abuse",
  "Latest Category of Abuse",
  "Date of the Last Statutory Visit",
  "Date of latest review conference",
  "Child Protection Plan End Date",
  "Allocated Team",
  "Allocated Worker",
];
export const care = [
  ...child,
  "Date Started to be Looked After",
  "Start date of current legal status",
  "Child's Legal Status",
  "Date of Latest Statutory Review",
  "Date of Last Social Work Visit",
  "Date Ceased to be Looked After",
  "Start Date of Most Recent Placement",
  "Placement Type",
  "Allocated Team",
  "Allocated Worker",
];
export const enquiry = [
  ...child,
  "Strategy discussion initiating Section 47 Enquiry Start Date",
  "Was an Initial Child Protection Conference deemed unnecessary?",
  "Date of Initial Child Protection Conference",
  "Allocated Team",
  "Allocated Worker",
];

export const about = (id: SheetCell): SheetCell[] => [id, "a) Male", "a) WBRI", null, 9];
export const needRow = (id: SheetCell, status: SheetCell, seen: SheetCell = null): SheetCell[] => [
  ...about(id),
  "01/02/2026",
  seen,
  null,
  status,
  "North",
  "Ana\u00a0Petrescu",
];
export const planRow = (id: SheetCell, end: SheetCell = null): SheetCell[] => [
  ...about(id),
  "01/03/2026",
  "Neglect",
  "Neglect",
  "02/11/2026",
  "10/10/2026",
  end,
  "North",
  "Ana Petrescu",
];
export const careRow = (
  id: SheetCell,
  legal: SheetCell,
  placement: SheetCell,
  ceased: SheetCell = null,
): SheetCell[] => [
  ...about(id),
  "01/04/2026",
  "01/04/2026",
  legal,
  "10/10/2026",
  "01/11/2026",
  ceased,
  "05/05/2026",
  placement,
  "Care",
  "Zofia Lis",
];

export const sheet = (name: string, ...rows: SheetCell[][]): SheetOf => ({ name, rows });
