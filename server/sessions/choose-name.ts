import type { ClassNames } from "#debate/protocol/answers/class-answers.ts";
import { glance } from "#debate/rules/lookalikes.ts";
import { plainWord } from "#debate/rules/passes.ts";
import { isJoinable } from "#debate/rules/phases.ts";
import { accept, type Result, refuse, tooOften } from "#debate/rules/result.ts";
import { secretsMatch } from "#server/platform/secrets-match.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { Admitted } from "#server/sessions/make-passes.ts";
import { isOfClass, type OfClass, studentsOf } from "#server/sessions/session-class.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** [Q8] Wrong words for one session from one address: more than a class mistypes. */
const WRONG = { max: 100, window: 600 };

type Choosing = {
  pass?: string | undefined;
  classWord?: string | undefined;
  student?: string | undefined;
  claim?: string | undefined;
  address: string;
};

/** [Q8] Whether someone joins by a name of the list. A personal code goes before it. */
export function choosesName(session: SessionRecord, { pass, classWord }: Choosing): boolean {
  return (
    isOfClass(session) && session.settings.entry === "open" && pass === undefined && classWord !== undefined
  );
}

/** [Q8] The names of a session's class, for those who know its word. */
export async function classNames(
  parts: Dependencies,
  session: SessionRecord,
  { word, address }: { word: string; address: string },
): Promise<Result<ClassNames>> {
  const listed = await listFor(parts, session, word, address);
  if (!listed.ok) return listed;
  if (!isJoinable(session)) return refuse("closed");
  return accept({
    names: listed.value.map(({ id, label, participantId }) => ({
      id,
      name: label,
      taken: participantId !== null,
    })),
  });
}

/** [Q8] The seat of a student of the list, by id or, from a form, by name. */
export async function admitByName(
  parts: Dependencies,
  session: SessionRecord,
  { classWord = "", student: asked = "", address }: Choosing,
): Promise<Result<Admitted>> {
  const listed = await listFor(parts, session, classWord, address);
  if (!listed.ok) return listed;
  const looks = glance(asked);
  const found = listed.value.find(({ id, label }) => id === asked || glance(label) === looks);
  if (!found) return refuse("malformed", "student: no name of the list");
  const { id, name, code } = found;
  return accept({ seatId: parts.seatOfPass(session.id, code), student: { id, name } });
}

/** [J12] The proof with which a join that is sent again finds its seat. */
export function claimOf(
  { hashOfClaim }: Pick<Dependencies, "hashOfClaim">,
  seatId: string,
  { claim }: Choosing,
): string[] {
  return claim === undefined ? [] : [hashOfClaim(seatId, "claim", claim)];
}

async function listFor(parts: Dependencies, session: SessionRecord, typed: string, address: string) {
  if (!isOfClass(session)) return refuse("not-found", "class: this session has none");
  if (session.settings.entry !== "open") return refuse("forbidden", "pass: a personal code is needed");
  const { store, limits } = parts;
  const guesser = `${address} ${session.id}`;
  if (await limits.exceeded("class-word", guesser, WRONG)) return tooOften(WRONG.window);
  const found = await store.sessionClasses.byId(session.classId);
  if (!found || !secretsMatch(plainWord(typed), plainWord(found.word))) {
    const { retryAfter } = await limits.consume("class-word", guesser, WRONG);
    return retryAfter === null
      ? refuse("forbidden", "classWord: not the word of this class")
      : tooOften(retryAfter);
  }
  // Checked again, so that of many guesses at once none is answered that would exceed the limit.
  if (await limits.exceeded("class-word", guesser, WRONG)) return tooOften(WRONG.window);
  return accept(await choosable(parts, session));
}

/** By session as it was read: phones of a class that come at once share one. */
const lists = new WeakMap<OfClass, ReturnType<typeof studentsOf>>();

async function choosable(parts: Dependencies, session: OfClass) {
  const list = lists.get(session) ?? studentsOf(parts, session);
  lists.set(session, list);
  return (await list).filter(({ hasLeft }) => !hasLeft);
}
