/** The longest texts (characters) and lists (entries) of a debate; without a schema, whose library every page would load. */
export const DEBATE_LIMITS = {
  id: 64,
  resolution: 300,
  series: 120,
  lang: 35, // the longest tag that RFC 5646 (section 4.4.1) asks programs to take
  introduction: 12_000,
  name: 120,
  honorific: 40,
  role: 300,
  biography: 8_000,
  paragraph: 6_000,
  paragraphs: 80,
  marks: 4_000,
  label: 500,
  url: 2_000,
  resources: 100,
  related: 200,
  rights: 2_000,
} as const;

/** The same of a lesson kit. */
export const KIT_LIMITS = {
  minutes: 180,
  step: 500,
  steps: 20,
  objective: 300,
  objectives: 10,
  term: 80,
  meaning: 500,
  glossary: 60,
  question: 300,
  option: 200,
  options: 5,
  questions: 4,
  exitTicket: 3,
  note: 2_000,
} as const;

/** The same of the versions of a debate's positions. */
export const VERSION_LIMITS = { id: 24, label: 60, versions: 4 } as const;

/** The same of tags. */
export const TAG_LIMITS = { tag: 40, tags: 12 } as const;

/** How hard a debate is to read, as its author says. */
export const READING_LEVELS = ["easy", "middle", "advanced"] as const;
