import { useFormatter, useTranslations } from "next-intl";
import type { RanVersion } from "#debate/rules/shelves.ts";

/** [D18] Which version of its debate a session ran, for its host. */
export function RanVersionNote({ ran, className }: { ran: RanVersion | undefined; className?: string }) {
  const t = useTranslations("shared.ran");
  const format = useFormatter();
  // A built-in debate that is as it was has no date to tell.
  if (!ran || (ran.savedAt === null && ran.state === "unchanged")) return null;
  const { state, savedAt } = ran;
  return (
    <p className={className}>
      {savedAt === null
        ? t(`undated.${state}`)
        : t(state, { when: format.dateTime(savedAt, { dateStyle: "medium", timeStyle: "short" }) })}
    </p>
  );
}
