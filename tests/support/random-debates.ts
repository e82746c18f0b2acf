import fc from "fast-check";
import { DebateDraft } from "#debate/content/debate.ts";
import { LESSON_MINUTES } from "#debate/content/kit.ts";
import { PHASES } from "#debate/rules/phase-order.ts";

/** What a text could be mistaken for structure by, besides ordinary words in several languages. */
const PIECES = [
  ..."# ## ### #### ##### > - * _ ` ``` --- \\ \\\\ \\n \" ' : , { } [ ] [x] < > | ~ ｜ 《 》 「 」 （ ） 。 ！ é ß 😀 ﷺ".split(
    " ",
  ),
  ...[
    "\n",
    "\n\n",
    "\n \n",
    "\n\n\n",
    "\r\n",
    "\t",
    " ",
    "  ",
    "\u3000",
    "\u2028",
    "\u00a0",
    "- name: Ada",
    "# For",
  ],
  ...[
    "format: resolved-debate",
    "## Against",
    "### Position",
    "> quoted",
    "- [x] right",
    "5 min, before: vote",
  ],
  ...[
    "RESOLVED:",
    "論題：",
    "賛成",
    "日本は核兵器禁止条約に署名すべきだ。",
    "漢字《かんじ》",
    "العربية",
    "Ports are for ships.",
  ],
  ...[
    "https://example.org/a?b=c#d",
    "```\n# not a heading\n```",
    "| a | b |\n|---|---|",
    "1. One\n2. Two",
    "</p>",
  ],
];

const typed = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join("")),
  fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(" ")),
  fc.string({ minLength: 1, maxLength: 20, unit: "grapheme" }),
);

const shows = (text: string) => DebateDraft.shape.rights.safeParse(text).success;
const text = typed
  .filter(shows)
  .map((made) => made.slice(0, 200))
  .filter(shows);
/** For what is short. */
const short = typed.map((made) => made.slice(0, 24)).filter(shows);
const maybe = <T>(made: fc.Arbitrary<T>) => fc.option(made, { nil: undefined });
const few = <T>(made: fc.Arbitrary<T>, minLength = 0) => fc.array(made, { minLength, maxLength: 3 });
const date = fc.constantFrom("2019", "2019-02", "2019-02-28");
const url = fc.constantFrom("https://example.org/", "http://example.org/a?b=c&d=%20#e");

const expert = fc.record(
  { name: text, honorific: short, role: fc.oneof(text, fc.constant("")), institution: text, biography: text },
  { requiredKeys: ["name", "role"] },
);
const paragraphs = few(fc.record({ text, quoted: maybe(fc.constant(true)) }), 1).map((all) =>
  all.map((paragraph, index) => ({ n: index + 1, ...paragraph })),
);
const step = fc.record({
  minutes: fc.integer({ min: 1, max: 180 }),
  phase: maybe(fc.constantFrom(...PHASES)),
  what: text,
});
const question = fc
  .record({
    question: text,
    options: fc.array(text, { minLength: 2, maxLength: 5 }),
    why: maybe(text),
    at: fc.nat(),
  })
  .map(({ at, ...asked }) => ({ ...asked, answer: at % asked.options.length }));
const kit = fc.record(
  {
    objectives: few(text),
    plans: fc
      .uniqueArray(fc.constantFrom(...LESSON_MINUTES), { maxLength: 3 })
      .chain((all) =>
        fc.tuple(...all.map((minutes) => fc.record({ minutes: fc.constant(minutes), steps: few(step, 1) }))),
      ),
    glossary: few(fc.record({ term: short, meaning: text })),
    questions: few(question),
    exitTicket: few(text),
    notes: fc.dictionary(fc.constantFrom(...PHASES), text),
    licence: text,
  },
  { requiredKeys: [] },
);
const version = fc.record({
  id: fc.constant(""),
  label: short,
  lang: maybe(fc.constantFrom("ja", "en")),
  resolution: maybe(text),
  for: few(text, 1),
  against: few(text, 1),
});

/** Debates with every field, each there or not, as the program stores them: read by its own schema. */
export const randomDebate: fc.Arbitrary<DebateDraft> = fc
  .record(
    {
      lang: fc.constantFrom("en", "ja", "pt-BR"),
      tags: few(short),
      level: fc.constantFrom("easy", "middle", "advanced"),
      format: fc.constant("markdown"),
      resolution: text,
      series: short,
      volume: fc.integer({ min: 1 }),
      issue: fc.integer({ min: 1, max: 99 }),
      date,
      introduction: fc.oneof(text, fc.constant("")),
      editor: fc.record({ name: text, biography: fc.oneof(text, fc.constant("")) }),
      positions: fc.tuple(
        fc.record({ side: fc.constant("for"), expert, paragraphs }),
        fc.record({ side: fc.constant("against"), expert, paragraphs }),
      ),
      resources: few(fc.record({ label: text, url }, { requiredKeys: ["label"] })),
      related: few(fc.record({ label: text, date }, { requiredKeys: ["label"] })),
      rights: text,
      kit,
      versions: few(version).map((all) => all.map((one, index) => ({ ...one, id: `simple-${index}` }))),
    },
    { requiredKeys: ["resolution", "introduction", "positions", "resources", "related", "rights"] },
  )
  // JSON leaves out what is undefined, as what is stored does.
  .map((made) => DebateDraft.safeParse(JSON.parse(JSON.stringify(made))))
  .filter((parsed) => parsed.success)
  .map(({ data }) => data as DebateDraft);
