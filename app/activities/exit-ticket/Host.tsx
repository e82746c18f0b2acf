import { useTranslations } from "next-intl";
import { phonesIn } from "#debate/rules/phones.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

/** [Y16] How many exit tickets there are, and the way to them: the list says if they can't be read yet [Y19]. */
export function ExitTicketsLink({ snapshot }: { snapshot: Snapshot }) {
  const t = useTranslations("host.results");
  const { exitTickets: count } = snapshot;
  if (count === undefined) return null;
  return (
    <p>
      <a href="#exit-tickets" className="inline-flex min-h-touch items-center soft-underline">
        {t("exitTickets", { count, joined: phonesIn(snapshot) })}
      </a>
    </p>
  );
}
