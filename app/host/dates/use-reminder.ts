"use client";
import { useTranslations } from "next-intl";
import { HOST } from "#app/activities/host.ts";
import { useSetDate } from "#app/shared/dates/use-set-date.ts";
import type { HostPage } from "#debate/protocol/pages.ts";
import type { Phase } from "#debate/rules/phases.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

/** What the class has to do in a phase that it is in at home. */
const TO_DO: { [phase in Phase]?: "vote" | "read" } = {
  before: "vote",
  reading: "read",
  "reading-vote": "vote",
  after: "vote",
};

/** [P33] The text that the host sends: what to do until the next date, or what opens then. Null where nothing is to be done. */
export function useReminder(
  { address, paths, debate }: HostPage,
  { phase, schedule }: Snapshot,
): string | null {
  const t = useTranslations("host.dates.reminder");
  const { when, opens } = useSetDate();
  const next = schedule?.dates[0];
  const what = { resolution: debate.resolution, link: `${address}${paths.join}` };
  const ofActivity = HOST.find(({ reminder }) => reminder?.phase === phase)?.reminder;
  const toDo = TO_DO[phase] ?? ofActivity?.until;
  if (toDo && schedule && next) return t(toDo, { ...what, date: plain(when(next.at, schedule.zone)) });
  if (ofActivity) return t(ofActivity.open, what);
  const opening = schedule && opens(schedule);
  return opening ? t(phase === "lobby" ? "join" : "other", { ...what, opens: plain(opening) }) : null;
}

// What keeps a date on one line here may be drawn as a box elsewhere.
const plain = (date: string) => date.replaceAll("\u2060", "");
