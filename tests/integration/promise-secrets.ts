import { merged, partsIn } from "#debate/activities/merged.ts";
import { CHOICES } from "#debate/rules/choices.ts";
import type { Fact } from "#debate/rules/promise.ts";
import { PROMISED } from "#tests/activities/promise.ts";
import {
  either,
  type Fields,
  has,
  inTable,
  isFields,
  type Look,
  ofHers,
  ofPartner,
  type Piece,
  type Secrets,
  some,
} from "#tests/support/promise-looks.ts";

/** Pieces by their text: most are received many times. */
export type Pieces = Map<string, Piece>;

export function add(pieces: Pieces, text: string): void {
  if (pieces.has(text)) return;
  const data = dataIn(text);
  const [objects, lists]: [Fields[], unknown[][]] = [[], []];
  const walk = (value: unknown) => {
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) lists.push(value);
    else objects.push(value as Fields);
    for (const each of Object.values(value)) walk(each);
  };
  walk(data);
  pieces.set(text, { text, data, objects, lists });
}

function dataIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Some fields about a rebuttal, by its id or its words, that say this of it. */
const ofRebuttal = (fits: (fields: Fields) => boolean): Look =>
  some(
    (fields, { hers, his, herRebuttal }) =>
      ([hers, his].includes(String(fields.id ?? fields.rebuttal)) || fields.body === herRebuttal) &&
      fits(fields),
  );
const isPositive = (value: unknown) => typeof value === "number" && value > 0;
const isCounted = (value: unknown) => isFields(value) && isPositive(value.for);
const holds = (value: unknown, id: string) => Array.isArray(value) && value.includes(id);

const isStudent = (fields: Fields, student: Secrets["student"]) =>
  student !== undefined && [student.id, student.number].some((mark) => Object.values(fields).includes(mark));

const CHOICE = either(
  ofHers(({ choice, ballots }) => typeof choice === "string" || typeof ballots === "object"),
  ofPartner((partner) => typeof partner.choice === "string"),
);

/** The place of a rebuttal in each list of a piece, and in the order that the server sent with it. */
function isOrderedAcrossCamps({ objects, lists }: Piece, { hers, his }: Secrets): boolean {
  const ranks = new Map<string, number>();
  for (const { id, rank } of objects) if (typeof rank === "number") ranks.set(String(id), rank);
  for (const [id, count, rank] of lists)
    if (typeof id === "string" && typeof count === "number" && typeof rank === "number")
      for (const known of [hers, his]) if (known.startsWith(id)) ranks.set(known, rank);
  const [one, other] = [ranks.get(hers), ranks.get(his)];
  if (one !== undefined && other !== undefined) return other < one;
  for (const list of lists) {
    const ids = list.map((each) =>
      isFields(each) && each.rank === undefined && "standing" in each ? each.id : null,
    );
    const [first, second] = [ids.indexOf(his), ids.indexOf(hers)];
    if (first >= 0 && first < second) return true;
  }
  return false;
}

/** [V47] How each fact is found in what an audience receives. */
export const FOUND: Record<Fact, Look> = {
  ...merged(partsIn(PROMISED, "found")),
  id: has(({ id }) => id),
  name: has(({ name }) => name),
  realName: has(({ realName }) => realName),
  code: has(({ code }) => code),
  codeUsed: some((fields) => "isUsed" in fields),
  student: ofHers((fields, { student }) => isStudent(fields, student)),
  studentCode: some((fields, { code, student }) => fields.code === code && isStudent(fields, student)),
  claim: has(({ claim }) => claim),
  presence: ofHers(({ connected }) => typeof connected === "boolean"),
  participation: ofHers((fields) => "endorsementsGiven" in fields),
  votes: either(
    CHOICE,
    ofHers(({ voted }) => typeof voted === "object"),
  ),
  choice: CHOICE,
  // A partner's own time is none of hers; no one else votes and listens.
  times: ({ text }, { partner }) => text.includes("castAt") && !(partner && text.includes(partner)),
  words: has(({ words }) => words),
  pickedWords: has(({ pickedWords }) => pickedWords),
  endorsed: either(
    ofHers(({ endorsed }, { his }) => holds(endorsed, his)),
    inTable(
      "endorsements",
      ofHers(({ rebuttal }, { his }) => rebuttal === his),
    ),
  ),
  shown: either(
    ofHers(({ shown }, { his }) => holds(shown, his)),
    inTable(
      "exposures",
      ofHers(({ rebuttal }, { his }) => rebuttal === his),
    ),
  ),
  reported: ofHers(({ reports }, { his }) => JSON.stringify(reports ?? []).includes(his)),
  endorsements: ofRebuttal(({ endorsements, endorsed }) => isPositive(endorsements) || isPositive(endorsed)),
  camps: either(
    some(({ endorsements, standing, uncamped }) =>
      [isCounted(endorsements), typeof standing === "number", typeof uncamped === "number"].some(Boolean),
    ),
    some(
      ({ rebuttal, undecided, fewer }) =>
        rebuttal !== undefined && [undecided, fewer].some((people) => typeof people === "number"),
    ),
  ),
  order: isOrderedAcrossCamps,
  tallies: some((fields, { tally }) => CHOICES.every((choice) => fields[choice] === tally[choice])),
  flow: ({ lists }, { matrix }) =>
    lists.some((list) => String(list) === String(matrix) && list.flat().length === 9),
  roundedFlow: some(({ rounded }) => Array.isArray(rounded)),
  credits: ofRebuttal(({ credits }) => isPositive(credits)),
  movers: ofRebuttal(({ movers }) => isFields(movers)),
  commonGround: some(({ commonGround }, { his }) => holds(commonGround, his)),
  note: has(({ note }) => note),
  marks: has(({ comment }) => comment),
};
