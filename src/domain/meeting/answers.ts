/** Answers of a draft beside those to the policies' own questions: names that no fact of a vocabulary has. */
export const extra = {
  longer: "meeting.longer",
  longerReason: "meeting.longerReason",
  contact: (agency: string): string => `meeting.contact.${agency}`,
  ask: (clause: string): string => `meeting.ask.${clause}`,
} as const;

/** Of a contact: nobody, or somebody whom the person asks themselves. */
export const nobody = "nobody";

/** The agency that stands for whoever referred: any other, or none. */
export const referrer = "referring-agency";
