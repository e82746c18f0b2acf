import { STARTERS } from "#debate/activities/index.ts";
import { isOffered } from "#debate/activities/open.ts";
import { present } from "#debate/rules/present.ts";
import { draw } from "#server/rehearsal/planned-students.ts";
import type { Appeal, Script } from "#server/rehearsal/script.ts";
import type { Planning, Student } from "#server/rehearsal/simulated-student.ts";
import { withdrawOwn } from "#server/sessions/erase.ts";
import { edit, endorse, rebut, report, seen } from "#server/sessions/rebut.ts";
import type { Seat } from "#server/sessions/seat.ts";

/** How long the class takes, in seconds. */
const BETWEEN_REBUTTALS = 3;
const READING_ONE = 10;
const THINKING_AGAIN = 8;
const REPORTING = 6;
/** At most so many read each rebuttal: a class of 300 would otherwise send thousands of messages. */
const READERS = 30;
/** For rebuttals by real people. */
const GUESTS_APPEAL: Appeal = { for: 0.4, against: 0.4, undecided: 0.4 };

/** Who writes which rebuttal, and the ids of those that were posted, by key. */
export type Posted = {
  authors: ReadonlyMap<string, Student | undefined>;
  posted: ReadonlyMap<string, string>;
};

/** [H1] The rebuttals of a simulated class, and who reads and endorses them. */
export function rebuttalsOf({ parts, opened, script, students, inSeconds }: Planning) {
  const { settings, id: sessionId } = opened;
  const authors = authorsOf(script, students);
  const posted = new Map<string, string>();
  const noticed = new Set<string>();

  async function post({ seat }: Student, rebuttal: Script["rebuttals"][number]): Promise<void> {
    const { key, side, quote, replyTo, started } = rebuttal;
    if (!seat) return;
    const id = parts.ids.uuid();
    noticed.add(id);
    // [X12]
    const starter = STARTERS.find((each) => each === started?.starter && isOffered(each, settings));
    const answer = await rebut(parts, seat, {
      id,
      side,
      body: (starter && started?.body) ?? rebuttal.body,
      quote,
      replyTo: replyTo === undefined ? undefined : posted.get(replyTo),
      ...present({ starter }),
    });
    if (!answer.ok) return;
    posted.set(key, id);
    planReaders(id, key, rebuttal.appeal, seat);
    planChanges(id, rebuttal, seat);
  }

  /** Some authors edit or withdraw it, or a classmate of another camp reports it. */
  function planChanges(id: string, rebuttal: Script["rebuttals"][number], author: Seat): void {
    const { key, camp, quote, edited, withdrawn, report: reason } = rebuttal;
    if (edited !== undefined)
      inSeconds(THINKING_AGAIN, async () => {
        const changed = await edit(parts, author, { rebuttalId: id, body: edited, quote });
        // [R21] No one has read the new words.
        if (changed.ok) planReaders(id, key, rebuttal.appeal, author);
      });
    if (withdrawn) inSeconds(THINKING_AGAIN, () => withdrawOwn(parts, author, id));
    const reporter = students.find(({ seat, before }) => seat && before !== camp)?.seat;
    if (reason !== undefined && reporter)
      inSeconds(REPORTING, () => report(parts, reporter, { rebuttalId: id, reason }));
  }

  /** Some of the others read a rebuttal, and some of these endorse it. */
  function planReaders(id: string, key: string, appeal: Appeal, author?: Seat): void {
    const readers = students.filter(({ seat }) => seat && seat !== author);
    const chosen = readers.sort((one, other) => draw(key, one.number) - draw(key, other.number));
    for (const { seat, number, before } of chosen.slice(0, READERS)) {
      if (!seat) continue;
      inSeconds(1 + READING_ONE * draw("read", key, number), async () => {
        await seen(parts, seat, [id]);
        if (draw("endorse", key, number) < appeal[before])
          await endorse(parts, seat, { rebuttalId: id, on: true });
      });
    }
  }

  return {
    authors,
    posted,

    planRebuttals(): void {
      for (const [place, rebuttal] of script.rebuttals.entries()) {
        const author = authors.get(rebuttal.key);
        if (author && !posted.has(rebuttal.key))
          inSeconds(2 + BETWEEN_REBUTTALS * (place + draw("post", place)), () => post(author, rebuttal));
      }
    },

    /** Rebuttals of people who joined by phone, or that the host approved, are read like all others. */
    async noticeOthers(): Promise<void> {
      for (const { id, status } of await parts.store.rebuttals.ofSession(sessionId)) {
        if (noticed.has(id) || status !== "published") continue;
        noticed.add(id);
        planReaders(id, id, GUESTS_APPEAL);
      }
    },
  };
}

/** Who writes which rebuttal: a different student for each, from the camp that it needs, as far as there are enough. */
function authorsOf({ rebuttals }: Script, students: Student[]): Map<string, Student | undefined> {
  const authors = new Map<string, Student | undefined>();
  for (const { key, camp } of rebuttals) {
    const taken = new Set(authors.values());
    const able = students.filter((student) => student.before === camp && !student.leavesEarly);
    authors.set(key, able.find((student) => !taken.has(student)) ?? able[0]);
  }
  return authors;
}
