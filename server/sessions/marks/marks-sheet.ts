import type { Gradebook } from "#debate/rules/mark-limits.ts";
import { accept, type Result } from "#debate/rules/result.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { everythingFile, gradebookFile, type Sheet } from "#server/sessions/marks/mark-files.ts";
import { marksOf } from "#server/sessions/marks/marks.ts";
import { participated, WRITTEN, wroteInActivities } from "#server/sessions/marks/student-work.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** [Q25] The file of marks: for a learning platform, or with everything. */
export async function marksSheet(
  parts: Pick<Dependencies, "store" | "ids" | "clock">,
  session: SessionRecord,
  gradebook: Gradebook | null,
): Promise<Result<Sheet>> {
  const found = await marksOf(parts, session);
  if (!found.ok) return found;
  const { code, settings } = session;
  const { criteria, marks } = found.value;
  // Canvas takes a number in parentheses at the end for its own.
  const title = `${settings.name || (await parts.store.sessions.debateOf(session.id)).resolution} ${code}`;
  if (gradebook) return accept(gradebookFile(gradebook, { criteria, marks, title }));
  const seats = marks.map(({ participantId }) => participantId);
  return accept(
    everythingFile({
      ...{ criteria, marks, activities: WRITTEN, hasPseudonyms: settings.identity === "pseudonym" },
      did: await participated(parts, session, seats),
      wrote: await wroteInActivities(parts, session, seats),
    }),
  );
}
