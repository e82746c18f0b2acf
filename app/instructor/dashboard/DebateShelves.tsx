import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { FileInput, Library, Pencil } from "#app/icons/icons.ts";
import { DeleteDebate } from "#app/instructor/dashboard/DeleteDebate.tsx";
import { type Shelf, type ShelvedDebate, shelvesOf } from "#app/instructor/dashboard/shelves.ts";
import { OpenSession } from "#app/instructor/opening/OpenSession.tsx";
import { LinkButton } from "#app/shared/Button.tsx";
import { buttonLook } from "#app/shared/button-looks.ts";
import { ChoiceMark } from "#app/shared/ChoiceMark.tsx";
import { EmptyState } from "#app/shared/EmptyState.tsx";
import { PublicationDate } from "#app/shared/PublicationDate.tsx";
import { ContentIn, Written } from "#app/shared/Written.tsx";
import type { DebateRow } from "#debate/protocol/pages.ts";
import { SIDES } from "#debate/rules/choices.ts";

/** The debates as the contents page of a newsletter, a shelf for each series. */
export function DebateShelves({ debates }: { debates: readonly DebateRow[] }) {
  const t = useTranslations("instructor.dashboard");
  const importLink = (
    <LinkButton href="/debates/import">
      <FileInput aria-hidden="true" className="size-5" />
      {t("import")}
    </LinkButton>
  );
  return (
    <section aria-labelledby="debates" className="grid gap-8">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="debates" className="font-serif text-3xl font-medium tracking-tight">
          {t("debates")}
        </h2>
        {importLink}
      </header>
      {debates.length === 0 ? (
        <EmptyState icon={Library} title={t("noDebatesTitle")} action={importLink}>
          {t("noDebatesBody")}
        </EmptyState>
      ) : (
        shelvesOf(debates).map((shelf) => <ShelfOf key={shelf.series} shelf={shelf} />)
      )}
    </section>
  );
}

function ShelfOf({ shelf: { series, debates } }: { shelf: Shelf }) {
  const t = useTranslations("instructor.dashboard");
  return (
    <section>
      <div className="flex items-baseline justify-between gap-4 border-b-2 border-ink pb-2">
        <Written as="h3" className="font-serif text-xl font-semibold wrap-anywhere">
          {series ?? t("noSeries")}
        </Written>
        <p className="text-sm whitespace-nowrap text-ink-soft">
          {t("debateCount", { count: debates.length })}
        </p>
      </div>
      <ul>
        {debates.map((debate) => (
          <ContentIn key={debate.id} lang={debate.lang}>
            <Entry debate={debate} />
          </ContentIn>
        ))}
      </ul>
    </section>
  );
}

function Entry({ debate }: { debate: ShelvedDebate }) {
  const t = useTranslations("instructor.dashboard");
  const { id, resolution, experts, builtIn } = debate;
  return (
    <li className="grid gap-x-8 gap-y-3 border-b border-line py-5 md:grid-cols-[7rem_minmax(0,1fr)_auto]">
      <Numbering debate={debate} />
      <div className="grid content-start gap-2">
        <Written
          as="h4"
          of={resolution}
          className="font-serif text-2xl leading-tight font-medium text-balance wrap-anywhere"
        >
          <Link href={`/debates/${id}`} className="underline-offset-4 hover:underline">
            {resolution}
          </Link>
        </Written>
        <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
          {SIDES.map((side, index) => (
            <li key={side} className="flex items-baseline gap-1.5">
              <ChoiceMark choice={side} />
              <span className="text-ink-soft">{t(side)}</span>{" "}
              <Written className="wrap-anywhere">{experts[index]}</Written>
            </li>
          ))}
        </ul>
      </div>
      <div className="flex items-start gap-1 md:flex-row-reverse">
        <OpenSession debateId={id} resolution={resolution} />
        {!builtIn && (
          <>
            <Link
              href={`/debates/${id}/edit`}
              aria-label={t("edit", { resolution })}
              className={buttonLook("quiet", "normal", "touch px-3!")}
            >
              <Pencil aria-hidden="true" className="size-5" />
            </Link>
            <DeleteDebate id={id} resolution={resolution} />
          </>
        )}
      </div>
    </li>
  );
}

function Numbering({ debate }: { debate: ShelvedDebate }) {
  const { volume, issue, date, builtIn, addedAt, hasTwin } = debate;
  const t = useTranslations("instructor.dashboard");
  const format = useFormatter();
  return (
    <p className="flex flex-wrap gap-x-2 pt-1 text-sm text-ink-soft md:block md:text-right">
      {volume !== undefined && <span className="md:block">{t("volume", { volume })}</span>}
      {issue !== undefined && <span className="md:block">{t("issue", { issue })}</span>}
      {date !== undefined && (
        <span className="md:block">
          <PublicationDate date={date} />
        </span>
      )}
      {builtIn && <span className="md:block">{t("builtIn")}</span>}
      {hasTwin && addedAt !== undefined && (
        <time className="md:block" dateTime={new Date(addedAt).toISOString()}>
          {t("added", { when: format.dateTime(addedAt, { dateStyle: "medium", timeStyle: "medium" }) })}
        </time>
      )}
    </p>
  );
}
