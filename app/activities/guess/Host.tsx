import { useTranslations } from "next-intl";
import { phonesIn } from "#debate/rules/phones.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

/** [V16] How many have guessed. */
export function GuessedSoFar({ snapshot }: { snapshot: Pick<Snapshot, "guessed" | "joined" | "onPaper"> }) {
  const t = useTranslations("host.reveal");
  const { guessed } = snapshot;
  if (guessed === undefined) return null;
  return (
    <p className="mt-1 font-semibold tabular-nums">{t("guessed", { guessed, joined: phonesIn(snapshot) })}</p>
  );
}
