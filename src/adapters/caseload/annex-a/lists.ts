/** How a field's cell is read. `id`, `age` and the codes are Annex A's own. */
export type FieldType = "id" | "date" | "yes-no" | "text" | "age" | "status" | "legal-status" | "placement";

export interface Field {
  /** As Ofsted heads the column (August 2019, with the columns added since). */
  readonly heading: string;
  /** What councils head it too. */
  readonly also?: readonly string[];
  readonly type: FieldType;
  /** Without it the list says nothing. */
  readonly needed?: true;
  /** A value that is never shown. */
  readonly personal?: true;
}

export interface List {
  readonly title: string;
  /** What councils call the sheet too. */
  readonly also: readonly string[];
  readonly fields: Readonly<Record<string, Field>>;
  /** Headings that are not read: near ones must not be taken for those that are. */
  readonly unread: readonly string[];
}

const child = {
  id: {
    heading: "Child Unique ID",
    also: ["Child ID", "Unique ID", "Child Unique Identifier", "Person ID", "Child's Unique ID"],
    type: "id",
    needed: true,
  },
  dateOfBirth: { heading: "Date of Birth", also: ["DOB"], type: "date", personal: true },
  age: { heading: "Age of Child (Years)", also: ["Age", "Age of Child"], type: "age" },
} as const satisfies Record<string, Field>;

const allocated = {
  team: { heading: "Allocated Team", also: ["Team"], type: "text" },
  worker: { heading: "Allocated Worker", also: ["Allocated Social Worker", "Worker"], type: "text" },
} as const satisfies Record<string, Field>;

const everywhere = ["Gender", "Ethnicity", "Does the Child have a Disability"];

/** The lists that say something of a case. The rest (1, 2, 10, 11) are recognised and not read. */
export const lists = {
  3: {
    title: "Referral",
    also: ["Referrals"],
    fields: {
      ...{ ...child, ...allocated },
      referredOn: { heading: "Date of referral", also: ["Referral Date"], type: "date", needed: true },
      nfa: { heading: "Referral NFA?", also: ["NFA"], type: "yes-no" },
    },
    unread: [...everywhere, "Referral Source", "Number of Referrals in Last 12 Months"],
  },
  4: {
    title: "Assessments",
    also: ["Assessment"],
    fields: {
      ...{ ...child, ...allocated },
      startedOn: {
        heading: "Continuous Assessment Start Date",
        also: ["Assessment Start Date"],
        type: "date",
        needed: true,
      },
      authorisedOn: {
        heading: "Continuous Assessment Date of Authorisation",
        also: ["Date of Authorisation", "Assessment Authorisation Date"],
        type: "date",
      },
    },
    unread: [
      ...everywhere,
      "Child Seen During Continuous Assessment",
      "Was the child assessed as requiring LA children’s social care support",
    ],
  },
  5: {
    title: "Section 47 enquiries and Initial Child Protection Conferences",
    also: ["Section 47", "S47", "S47 and ICPC", "Section 47 and ICPC"],
    fields: {
      ...{ ...child, ...allocated },
      discussedOn: {
        heading: "Strategy discussion initiating Section 47 Enquiry Start Date",
        also: ["Section 47 Enquiry Start Date", "Strategy discussion date"],
        type: "date",
        needed: true,
      },
      unnecessary: { heading: "Was an Initial Child Protection Conference deemed unnecessary?", type: "yes-no" },
      conferenceOn: {
        heading: "Date of Initial Child Protection Conference",
        also: ["ICPC Date", "Date of ICPC"],
        type: "date",
      },
    },
    unread: [
      ...everywhere,
      "Did the Initial Child Protection Conference Result in a Child Protection Plan",
      "Number of Section 47 Enquiries in the last 12 months",
      "Number of ICPCs in the last 12 months",
    ],
  },
  6: {
    title: "Children in Need",
    also: ["CIN", "Child in Need"],
    fields: {
      ...{ ...child, ...allocated },
      startedOn: { heading: "CIN Start Date", type: "date" },
      seenOn: { heading: "Date Child Was Last Seen", type: "date" },
      closedOn: { heading: "CIN Closure Date", type: "date" },
      status: { heading: "Case status", type: "status", needed: true },
    },
    unread: [...everywhere, "Primary Need Code", "Reason for Closure"],
  },
  7: {
    title: "Child protection",
    also: ["CP", "Child Protection Plans"],
    fields: {
      ...{ ...child, ...allocated },
      planStart: { heading: "Child Protection Plan Start Date", type: "date", needed: true },
      visitedOn: { heading: "Date of the Last Statutory Visit", type: "date" },
      reviewedOn: { heading: "Date of latest review conference", type: "date" },
      planEnd: { heading: "Child Protection Plan End Date", type: "date" },
    },
    unread: [
      ...everywhere,
      "Initial Category of Abuse",
      "Latest Category of Abuse",
      "Was the Child Seen Alone?",
      "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)",
      "Number of Previous Child Protection Plans",
    ],
  },
  8: {
    title: "Children in care",
    also: ["Looked after children", "Children looked after", "CLA", "LAC"],
    fields: {
      ...{ ...child, ...allocated },
      startedOn: { heading: "Date Started to be Looked After", type: "date", needed: true },
      legalStatus: { heading: "Child's Legal Status", also: ["Legal Status"], type: "legal-status" },
      reviewedOn: { heading: "Date of Latest Statutory Review", type: "date" },
      visitedOn: { heading: "Date of Last Social Work Visit", type: "date" },
      ceasedOn: { heading: "Date Ceased to be Looked After", type: "date" },
      placedOn: { heading: "Start Date of Most Recent Placement", type: "date" },
      placement: { heading: "Placement Type", type: "placement" },
    },
    unread: [
      ...everywhere,
      "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)",
      "Child's Category of Need",
      "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)",
      "Start date of current legal status",
      "What is the permanence plan for this child?",
      "Date of Last IRO Visit / Contact to the Child",
      "Date of Last Health Assessment",
      "Date of Last Dental Check",
      "Number of Placements in the Last 12 months",
      "Reason Ceased to be Looked After",
      "Placement Provider",
      "Placement postcode",
      "Placement Location",
      "URN of Placement",
      "LA of Placement",
    ],
  },
  9: {
    title: "Care leavers",
    also: ["Leaving care", "Care Leaver"],
    fields: { ...child, ...allocated },
    unread: [
      ...everywhere,
      "Eligibility Category",
      "LA In Touch",
      "Type of Accommodation",
      "Suitability of Accommodation",
      "Activity Status",
      "Allocated Personal Advisor",
      "Latest Pathway Plan Review Date",
      "Latest Date of Contact",
    ],
  },
} as const satisfies Record<number, List>;

export type ListNumber = keyof typeof lists;

/** Read in this order: later lists say more about where a child stands now. */
export const readLists = [3, 4, 5, 6, 7, 8, 9] as const satisfies readonly ListNumber[];

/** Titles by which a sheet is known, those that are not read included. */
export const titles: readonly (readonly [string, number])[] = [
  ["Contacts", 1],
  ["Early Help", 2],
  ["Adoption", 10],
  ["Adopters", 11],
  ...readLists.flatMap((number) => [lists[number].title, ...lists[number].also].map((name) => [name, number] as const)),
];

/** Together these list every open case: only then has a child who is in none of them left. */
export const wholeLists = [6, 7, 8] as const satisfies readonly ListNumber[];
