import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Pencil } from "#app/icons/icons.ts";
import { DebateMenu } from "#app/instructor/dashboard/DebateMenu.tsx";
import { DebatePreview } from "#app/instructor/dashboard/DebatePreview.tsx";
import { useLanguageName } from "#app/instructor/editor/use-language-name.ts";
import { OpenSession } from "#app/instructor/opening/OpenSession.tsx";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import { PublicationDate } from "#app/shared/text/PublicationDate.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceMark } from "#app/shared/votes/ChoiceMark.tsx";
import type { DebateRow } from "#debate/protocol/shelf.ts";
import { SIDES } from "#debate/rules/choices.ts";
import { mayWith } from "#debate/rules/debate-rights.ts";
import { accessTo } from "#debate/rules/shelves.ts";

export function DebateEntry({ debate }: { debate: DebateRow }) {
  const t = useTranslations("instructor.dashboard");
  const shelves = useTranslations("instructor.shelves");
  const { id, shelf, experts } = debate;
  const resolution = debate.resolution || shelves("untitled");
  const access = accessTo(debate);
  const isDraft = shelf === "drafts";
  const isInUse = !isDraft && shelf !== "archived";
  return (
    <li className="grid gap-x-8 gap-y-3 border-b border-line py-5 md:grid-cols-[7rem_minmax(0,1fr)_auto]">
      <Numbering debate={debate} />
      <div className="grid content-start gap-2">
        <Written
          as="h4"
          of={resolution}
          className="font-serif text-2xl leading-tight font-medium text-balance wrap-anywhere"
        >
          <Link
            href={isDraft ? `/debates/${id}/edit` : `/debates/${id}`}
            prefetch={false}
            className="underline-offset-4 hover:underline"
          >
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
        <Facts debate={debate} />
        {!isDraft && <DebatePreview id={id} resolution={resolution} />}
      </div>
      <div className="flex flex-wrap items-start justify-end gap-1 md:flex-nowrap">
        {mayWith(access, "copy") && (
          <DebateMenu id={id} resolution={resolution} access={access} isArchived={shelf === "archived"} />
        )}
        {shelf !== "archived" && mayWith(access, "save") && (
          <Link
            href={`/debates/${id}/edit`}
            prefetch={false}
            aria-label={t("edit", { resolution })}
            className={buttonStyle("quiet", "normal", "touch px-3!")}
          >
            <Pencil aria-hidden="true" className="size-5" />
          </Link>
        )}
        {isInUse && <OpenSession debateId={id} resolution={resolution} />}
      </div>
    </li>
  );
}

/** How long and how hard it is to read, what it is about, and when it was last taught [D17]. */
function Facts({ debate: { length, level, lang, tags = [], taught, splits } }: { debate: DebateRow }) {
  const t = useTranslations("instructor.shelves");
  const format = useFormatter();
  const nameOf = useLanguageName();
  const facts = [
    t("minutes", { minutes: length.minutes }),
    lang && nameOf(lang),
    level && t(`levels.${level}`),
    taught &&
      t("taught.last", { when: format.dateTime(taught.last, { dateStyle: "medium" }), count: taught.times }),
    splits && t("splits.count", splits),
  ].filter(Boolean);
  return (
    <ul className="flex flex-wrap gap-x-1.5 gap-y-1 text-sm text-ink-soft">
      {facts.map((fact, index) => (
        <li key={fact}>
          {fact}
          {index < facts.length - 1 && <span aria-hidden="true"> ·</span>}
        </li>
      ))}
      {tags.map((tag) => (
        <li key={tag}>
          <Written className="rounded-full border border-line px-2 py-0.5 text-xs wrap-anywhere">
            {tag}
          </Written>
        </li>
      ))}
    </ul>
  );
}

function Numbering({ debate }: { debate: DebateRow }) {
  const { volume, issue, date, shelf, addedAt, hasTwin, from } = debate;
  const t = useTranslations("instructor.dashboard");
  const shelves = useTranslations("instructor.shelves");
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
      {shelf === "built-in" && <span className="md:block">{t("builtIn")}</span>}
      {from && (
        <span className="wrap-anywhere md:block">
          {shelves.rich("from", { name: () => <Written as="bdi">{from.name}</Written> })}
        </span>
      )}
      {hasTwin && addedAt !== undefined && (
        <time className="md:block" dateTime={new Date(addedAt).toISOString()}>
          {t("added", { when: format.dateTime(addedAt, { dateStyle: "medium", timeStyle: "medium" }) })}
        </time>
      )}
    </p>
  );
}
