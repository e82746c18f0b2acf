import type { GradesSent } from "#debate/protocol/answers/platform-answers.ts";
import type { Graded } from "#debate/rules/grades.ts";
import type { Language } from "#debate/rules/languages.ts";
import { isClosed } from "#debate/rules/phases.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { faultOf, GRADE_FAULTS, type GradeFault } from "#server/lti/grade-words.ts";
import { type Grade, gradesOf } from "#server/lti/graded-work.ts";
import { lineItemOf, postScore } from "#server/lti/line-items.ts";
import type { Services } from "#server/lti/service.ts";
import { createQueue } from "#server/platform/queue.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { GradedSeat } from "#server/store/lti/grade-rows.ts";
import type { Platform } from "#server/store/lti/platform-rows.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

const SECOND = 1_000;
/** How many grades are on their way to a platform at a time. */
const AT_ONCE = 4;

type Sending = { what: Graded; dryRun: boolean; language: Language };
type Due = Grade & { seat: GradedSeat };
type Refused = Pick<Grade, "participantId" | "name"> & { fault: GradeFault };

/** [Q63] Whether a session has grades to send, on a server that is registered at a platform. */
export async function sendsGrades(
  { platforms }: Pick<Dependencies["store"], "platforms">,
  { settings, simulated }: SessionRecord,
): Promise<boolean> {
  if (settings.identity === "anonymous" || simulated !== undefined) return false;
  return (await platforms.all()).length > 0;
}

/** [Q60] Sends the grades of a closed session to the gradebooks of its courses, all at once, on the host's press. */
export async function sendGrades(
  parts: Dependencies,
  services: Services,
  session: SessionRecord,
  { what, dryRun, language }: Sending,
): Promise<Result<GradesSent>> {
  // [Q63] Its database doesn't know who has which seat.
  if (session.settings.identity === "anonymous")
    return refuse("forbidden", "An anonymous session sends no grades: no one learns who did what.");
  if (!isClosed(session.phase)) return refuse("wrong-phase");
  const grades = await gradesOf(parts, session, what);
  if (!grades.ok) return grades;
  const seats = new Map(
    (await parts.store.grades.seatsOf(session.id)).map((seat) => [seat.participantId, seat]),
  );
  const due = grades.value.flatMap((grade) => {
    const seat = seats.get(grade.participantId);
    return seat ? [{ ...grade, seat }] : [];
  });
  if (dryRun) {
    return accept({ sent: 0, refused: [], preview: due.map(({ seat: _, ...grade }) => grade) });
  }
  const { resolution } = await parts.store.sessions.debateOf(session.id);
  const label = session.settings.name || resolution;
  const refused: GradesSent["refused"] = [];
  let sent = 0;
  for (const [linkId, ofLink] of grouped(due)) {
    const faults = await sendToLink(parts, services, linkId, label, ofLink);
    for (const { fault, ...seat } of faults) refused.push({ ...seat, why: GRADE_FAULTS[fault][language] });
    sent += ofLink.length - faults.length;
  }
  return accept({ sent, refused });
}

function grouped(due: readonly Due[]): Map<string, Due[]> {
  const links = new Map<string, Due[]>();
  for (const each of due) links.set(each.seat.linkId, [...(links.get(each.seat.linkId) ?? []), each]);
  return links;
}

async function sendToLink(
  parts: Dependencies,
  services: Services,
  linkId: string,
  label: string,
  due: readonly Due[],
): Promise<Refused[]> {
  const all = (fault: GradeFault) => due.map((grade) => refusedFor(grade, fault));
  const { store } = parts;
  const link = await store.courseLinks.byId(linkId);
  const platform = link && (await store.platforms.byId(link.platformId));
  if (!link || !platform) return all("no-token");
  const maximum = Math.max(...due.map((grade) => grade.maximum));
  const item = await lineItemOf(services, platform, link, { label, maximum });
  if (!item.ok) return all(reasonOf(item));
  const inTurn = createQueue({ atOnce: AT_ONCE });
  const faults = await Promise.all(
    due.map(async (grade) => {
      const fault = await inTurn(() => sendOne(parts, services, { platform, item: item.value, grade }));
      return fault === null ? [] : [refusedFor(grade, fault)];
    }),
  );
  return faults.flat();
}

const refusedFor = ({ participantId, name }: Due, fault: GradeFault): Refused => ({
  ...{ participantId, name, fault },
});

type One = { platform: Platform; item: string; grade: Due };

/** Null if the platform took it. [Q64] Each grade of a person is later than the one before, by whole seconds. */
async function sendOne(
  { store, clock }: Dependencies,
  services: Services,
  { platform, item, grade }: One,
): Promise<GradeFault | null> {
  const { participantId, score, maximum, comment, seat } = grade;
  let at = Math.max(Math.floor(clock() / SECOND) * SECOND, (seat.gradedAt ?? 0) + SECOND);
  for (let attempt = 1; ; attempt += 1) {
    const posted = await postScore(services, platform, item, {
      ...{ userId: seat.sub, scoreGiven: score, scoreMaximum: maximum },
      ...{ activityProgress: "Completed", gradingProgress: "FullyGraded" },
      timestamp: new Date(at).toISOString(),
      ...(comment !== undefined && { comment }),
    });
    if (!posted.ok) return reasonOf(posted);
    if (posted.value.status < 300) {
      await store.grades.graded({ participantId, linkId: seat.linkId, sub: seat.sub }, item, at);
      return null;
    }
    const fault = faultOf(posted.value);
    // A try whose answer was lost may have stored this very second.
    if (fault !== "newer" || attempt > 1) return fault;
    at += SECOND;
  }
}

function reasonOf({ code }: { code: string }): GradeFault {
  if (code === "busy") return "unreachable";
  return code === "not-found" ? "no-gradebook" : "no-token";
}
