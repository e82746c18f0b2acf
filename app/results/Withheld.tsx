import { useTranslations } from "next-intl";
import { useJoined } from "#app/i18n/use-joined.ts";
import { Notice } from "#app/shared/notices/Notice.tsx";
import type { Results } from "#debate/counting/results.ts";
import { LEAST_GROUP } from "#debate/counting/tally.ts";

/** [Z2] What the class does not see, a sentence or two for each part. So few voters are not told who won, either. */
export function WithheldParts({ withheld, paired }: Pick<Results, "withheld" | "paired">) {
  const t = useTranslations("results.withheld");
  const { sentences } = useJoined();
  return (
    <ul className="list-disc pl-5">
      {withheld.map((part) => (
        <li key={part}>{sentences(t(part), part === "flow" && paired.n >= LEAST_GROUP && t("flowSeen"))}</li>
      ))}
    </ul>
  );
}

type WithheldProps = Pick<Results, "withheld" | "paired"> & { isAnonymous: boolean };

/**
 * For the host: what of these results the class does not see. [Z18] The host of an anonymous session doesn't see it either.
 */
export function Withheld({ withheld, paired, isAnonymous }: WithheldProps) {
  const t = useTranslations("results.withheld");
  if (withheld.length === 0) return null;
  return (
    <Notice kind="info" title={t(isAnonymous ? "titleForAll" : "title")}>
      <WithheldParts withheld={withheld} paired={paired} />
    </Notice>
  );
}
