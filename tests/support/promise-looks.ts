/** What an audience received in one piece, such as a message, an answer or a page; `data`: null where it is not JSON. */
export type Piece = { text: string; data: unknown; objects: Fields[]; lists: unknown[][] };

/** What is known of Ada and of what the class did. `hers` and `his`: rebuttals. */
export type Secrets = {
  id: string;
  name: string;
  realName: string | null;
  partner: string | undefined;
  claim: string;
  code: string | undefined;
  /** Of the list of her class, where the session has one. */
  student: { id: string; number: string } | undefined;
  hers: string;
  herRebuttal: string;
  his: string;
  words: string;
  pickedWords: string;
  note: string;
  comment: string;
  tally: Record<"for" | "against" | "undecided", number>;
  matrix: readonly (readonly number[])[];
};

export type Fields = Record<string, unknown>;
export type Look = (piece: Piece, secrets: Secrets) => boolean;

export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether these fields name Ada, or what says whose they are does. */
function isHers(fields: Fields, { id, name, realName }: Secrets): boolean {
  const values = [fields, fields.by, fields.seat].filter(isFields).flatMap(Object.values);
  return values.some((value) => value === id || value === name || (realName !== null && value === realName));
}

export const has =
  (text: (secrets: Secrets) => string | null | undefined): Look =>
  (piece, secrets) => {
    const secret = text(secrets);
    return typeof secret === "string" && piece.text.includes(secret);
  };
export const some =
  (fits: (fields: Fields, secrets: Secrets) => boolean): Look =>
  ({ objects }, secrets) =>
    objects.some((fields) => fits(fields, secrets));
/** Some fields that name Ada and say this of her. */
export const ofHers = (fits: (fields: Fields, secrets: Secrets) => boolean): Look =>
  some((fields, secrets) => isHers(fields, secrets) && fits(fields, secrets));
export const inTable =
  (table: string, look: Look): Look =>
  (piece, secrets) =>
    isFields(piece.data) && piece.data.table === table && look(piece, secrets);

/** Some fields that say this of one's partner in a pair, who is Ada where the reader sits with her. */
export const ofPartner = (fits: (partner: Fields, secrets: Secrets) => boolean): Look =>
  some(
    ({ partners }, secrets) =>
      Array.isArray(partners) && partners.some((partner) => isFields(partner) && fits(partner, secrets)),
  );
export const either =
  (...looks: Look[]): Look =>
  (piece, secrets) =>
    looks.some((look) => look(piece, secrets));
