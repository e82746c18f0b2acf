import { CHOICES } from "#debate/rules/choices.ts";
import type { Fact } from "#debate/rules/promise.ts";

/** What an audience received in one piece, such as a message, an answer or a page; `data`: null where it is not JSON. */
type Piece = { text: string; data: unknown; objects: Fields[]; lists: unknown[][] };
/** Pieces by their text: most are received many times. */
export type Pieces = Map<string, Piece>;

/** What is known of Ada and of what the class did. `names`: by what a field can name her; `hers` and `his`: rebuttals. */
export type Secrets = {
  id: string;
  name: string;
  realName: string | null;
  partner: string | undefined;
  claim: string;
  code: string | undefined;
  hers: string;
  herRebuttal: string;
  his: string;
  words: string;
  pickedWords: string;
  exit: string;
  guess: number;
  note: string;
  tally: Record<"for" | "against" | "undecided", number>;
  matrix: readonly (readonly number[])[];
};

type Fields = Record<string, unknown>;
type Look = (piece: Piece, secrets: Secrets) => boolean;

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

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether these fields name Ada, or what says whose they are does. */
function isHers(fields: Fields, { id, name, realName }: Secrets): boolean {
  const values = [fields, fields.by, fields.seat].filter(isFields).flatMap(Object.values);
  return values.some((value) => value === id || value === name || (realName !== null && value === realName));
}

const has =
  (text: (secrets: Secrets) => string | null | undefined): Look =>
  (piece, secrets) => {
    const secret = text(secrets);
    return typeof secret === "string" && piece.text.includes(secret);
  };
const some =
  (fits: (fields: Fields, secrets: Secrets) => boolean): Look =>
  ({ objects }, secrets) =>
    objects.some((fields) => fits(fields, secrets));
/** Some fields that name Ada and say this of her. */
const ofHers = (fits: (fields: Fields, secrets: Secrets) => boolean): Look =>
  some((fields, secrets) => isHers(fields, secrets) && fits(fields, secrets));
/** Some fields about a rebuttal, by its id or its words, that say this of it. */
const ofRebuttal = (fits: (fields: Fields) => boolean): Look =>
  some(
    (fields, { hers, his, herRebuttal }) =>
      ([hers, his].includes(String(fields.id ?? fields.rebuttal)) || fields.body === herRebuttal) &&
      fits(fields),
  );
const inTable =
  (table: string, look: Look): Look =>
  (piece, secrets) =>
    isFields(piece.data) && piece.data.table === table && look(piece, secrets);
const isPositive = (value: unknown) => typeof value === "number" && value > 0;
const isCounted = (value: unknown) => isFields(value) && isPositive(value.for);
const holds = (value: unknown, id: string) => Array.isArray(value) && value.includes(id);

/** Some fields that say this of one's partner in a pair, who is Ada where the reader sits with her. */
const ofPartner = (fits: (partner: Fields, secrets: Secrets) => boolean): Look =>
  some(
    ({ partners }, secrets) =>
      Array.isArray(partners) && partners.some((partner) => isFields(partner) && fits(partner, secrets)),
  );
const either =
  (...looks: Look[]): Look =>
  (piece, secrets) =>
    looks.some((look) => look(piece, secrets));

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
  id: has(({ id }) => id),
  name: has(({ name }) => name),
  realName: has(({ realName }) => realName),
  partnersName: ofPartner((partner, { name }) => partner.name === name),
  code: has(({ code }) => code),
  codeUsed: some((fields) => "isUsed" in fields),
  claim: has(({ claim }) => claim),
  presence: ofHers(({ connected }) => typeof connected === "boolean"),
  participation: ofHers((fields) => "endorsementsGiven" in fields),
  reading: ofHers(({ readBoth }) => readBoth === true),
  votes: either(
    CHOICE,
    ofHers(({ voted }) => typeof voted === "object"),
  ),
  choice: CHOICE,
  // A partner's own time is none of hers; no one else votes and listens.
  times: ({ text }, { partner }) => text.includes("castAt") && !(partner && text.includes(partner)),
  guess: ofHers((fields, { guess }) => fields.guess === guess || fields.share === guess),
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
  exit: has(({ exit }) => exit),
  whoseExit: ofHers((fields, { exit }) => JSON.stringify(fields).includes(exit)),
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
  guesses: either(
    some(({ guess }) => isFields(guess) && typeof guess.mean === "number"),
    inTable(
      "guesses",
      some(({ share }) => typeof share === "number"),
    ),
  ),
  guessesByCamp: some(({ guess }) => isFields(guess) && isFields(guess.byCamp)),
  note: has(({ note }) => note),
};
