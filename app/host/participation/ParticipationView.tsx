import { useFormatter, useTranslations } from "next-intl";
import { DownloadParticipation } from "#app/host/participation/DownloadParticipation.tsx";
import { ParticipationTable } from "#app/host/participation/ParticipationTable.tsx";
import { ReloadButton } from "#app/host/participation/ReloadButton.tsx";
import { heldRounds, type Order, summaryOf } from "#app/host/participation/table-order.ts";
import { useJoined } from "#app/i18n/use-joined.ts";
import { EyeOff, Users } from "#app/icons/icons.ts";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import { MarksLink } from "#app/shared/links/MarksLink.tsx";
import { PrintButton } from "#app/shared/print/PrintButton.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { Participation, ParticipationPage } from "#debate/protocol/pages.ts";

type ParticipationViewProps = { page: ParticipationPage; order: Order };

/** [V19] Who took part, for the host; of an anonymous session why there is no such list. */
export function ParticipationView({ page, order }: ParticipationViewProps) {
  const t = useTranslations("participation");
  const { code, name, phase, participation } = page;
  if (!participation)
    return (
      <EmptyState as="h1" icon={EyeOff} title={t("anonymous.title")}>
        {t("anonymous.body")}
      </EmptyState>
    );
  return (
    // Browsers repeat headings and keep rows whole on paper only outside a grid.
    <div className="grid grid-cols-1 gap-6 print:block">
      <header className="grid gap-2">
        <h1 className="font-serif text-3xl">{t("heading")}</h1>
        <Written as="p" className="text-start font-semibold wrap-anywhere">
          {name === "" ? t("session", { code }) : name}
        </Written>
        <Summary participation={participation} />
      </header>
      <div className="flex flex-wrap items-center gap-2 print:hidden">
        <ReloadButton />
        {participation.rows.length > 0 && (
          <PrintButton variant="secondary" size="small">
            {t("print")}
          </PrintButton>
        )}
        {participation.rows.length > 0 && <MarksLink code={code} size="small" />}
      </div>
      {participation.rows.length > 0 && <DownloadParticipation code={code} />}
      {participation.rows.length > 0 ? (
        <ParticipationTable participation={participation} phase={phase} order={order} />
      ) : (
        <EmptyState icon={Users} title={t("empty.title")}>
          {t("empty.body")}
        </EmptyState>
      )}
      {participation.rows.length > 0 && <HowCounted />}
    </div>
  );
}

function Summary({ participation }: { participation: Participation }) {
  const t = useTranslations("participation");
  const format = useFormatter();
  const { sentences } = useJoined();
  const { asOf, open, deletedSeats } = participation;
  const held = heldRounds(participation);
  const { seats, always, never } = summaryOf(participation, held);
  const at = new Date(asOf);
  return (
    <>
      {seats > 0 && (
        <p className="text-lg">
          {sentences(
            held.length > 0
              ? t("always", { always, seats, rounds: held.length })
              : t(open ? "firstOpen" : "noVotes"),
            never > 0 && t("never", { never }),
          )}
        </p>
      )}
      {deletedSeats > 0 && <p>{t("deletedSeats", { count: deletedSeats })}</p>}
      <p className="text-sm text-ink-soft">
        {t.rich("asOf", {
          time: () => (
            <time dateTime={asOf}>{format.dateTime(at, { dateStyle: "medium", timeStyle: "short" })}</time>
          ),
        })}
      </p>
    </>
  );
}

const COUNTED = ["rebuttals", "unpublished", "endorsements", "credits", "removed", "deleted"] as const;

function HowCounted() {
  const t = useTranslations("participation.counted");
  return (
    <section className="grid max-w-prose gap-2 text-sm text-ink-soft">
      <h2 className="font-semibold text-ink">{t("title")}</h2>
      <ul className="grid list-disc gap-1 pl-5">
        {COUNTED.map((each) => (
          <li key={each}>{t(each)}</li>
        ))}
      </ul>
      <p>{t("limits")}</p>
    </section>
  );
}
