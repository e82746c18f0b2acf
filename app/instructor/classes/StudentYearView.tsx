import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useJoined } from "#app/i18n/use-joined.ts";
import { ArrowLeft } from "#app/icons/icons.ts";
import { PrintButton } from "#app/shared/print/PrintButton.tsx";
import { isolated } from "#app/shared/text/isolated.ts";
import { Written } from "#app/shared/text/Written.tsx";
import type { StudentYear } from "#debate/protocol/answers/class-answers.ts";
import { HIGHEST_LEVEL } from "#debate/rules/mark-limits.ts";

type Held = StudentYear["sessions"][number];

/** [Q11] One student's year: the sessions, what they wrote, marks, and no vote. */
export function StudentYearView({ year }: { year: StudentYear }) {
  const t = useTranslations("classes.year");
  const people = useTranslations("classes.people");
  const { sentences } = useJoined();
  const { class: of, student, sessions } = year;
  const present = sessions.filter((session) => session.present).length;
  return (
    // Browsers break pages well only outside a grid.
    <div className="mx-auto max-w-measure">
      <Link
        href={`/classes/${of.id}`}
        className="inline-flex min-h-touch items-center gap-2 rounded-control pr-3 text-sm font-semibold text-ink-soft hover:text-ink print:hidden"
      >
        <ArrowLeft aria-hidden="true" className="size-5 shrink-0" />
        <Written className="wrap-anywhere">{of.name}</Written>
      </Link>
      <header className="mt-2 mb-8 grid gap-1">
        <Written as="h1" className="font-serif text-3xl font-medium tracking-tight wrap-anywhere">
          {student.name}
        </Written>
        <p className="flex flex-wrap gap-x-3 text-ink-soft">
          <Written className="wrap-anywhere">{of.name}</Written>
          {student.number !== undefined && (
            <span className="wrap-anywhere">{people("number", { number: isolated(student.number) })}</span>
          )}
          {student.left && <span>{people("left")}</span>}
        </p>
        <p>{sentences(t("summary", { present, sessions: sessions.length }), t("noVotes"))}</p>
        {sessions.length > 0 && (
          <div className="mt-2 print:hidden">
            <PrintButton variant="secondary">{t("print")}</PrintButton>
          </div>
        )}
      </header>
      {sessions.map((session) => (
        <SessionOfYear key={session.code} session={session} />
      ))}
    </div>
  );
}

function SessionOfYear({ session }: { session: Held }) {
  const t = useTranslations("classes.year");
  const format = useFormatter();
  const { name, resolution, at, present, rebuttals, marks } = session;
  return (
    <section className="mb-8 border-t-2 border-ink pt-3">
      <p className="flex flex-wrap justify-between gap-x-4 text-sm text-ink-soft">
        <time dateTime={new Date(at).toISOString()}>{format.dateTime(at, { dateStyle: "long" })}</time>
        <span className={present ? "" : "font-semibold text-warn"}>{t(present ? "present" : "absent")}</span>
      </p>
      {name !== "" && (
        <Written as="p" className="mt-1 font-semibold wrap-anywhere">
          {name}
        </Written>
      )}
      <Written as="h2" className="font-serif text-xl leading-snug font-medium text-pretty wrap-anywhere">
        {resolution}
      </Written>
      {present && (
        <>
          <h3 className="mt-4 font-semibold">{t("wrote")}</h3>
          {rebuttals.length === 0 && <p className="text-ink-soft">{t("nothing")}</p>}
          <ul className="grid gap-2">
            {rebuttals.map(({ body, isReply }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name, and no change of order
              <li key={at} className="border-s-4 border-line-strong ps-3">
                {isReply && <span className="block text-sm text-ink-soft">{t("reply")}</span>}
                <Written as="p" className="whitespace-pre-wrap wrap-anywhere">
                  {body}
                </Written>
              </li>
            ))}
          </ul>
          <h3 className="mt-4 font-semibold">{t("marks")}</h3>
          {marks ? <MarksOfYear marks={marks} /> : <p className="text-ink-soft">{t("notMarked")}</p>}
        </>
      )}
    </section>
  );
}

function MarksOfYear({ marks }: { marks: NonNullable<Held["marks"]> }) {
  const t = useTranslations("classes.year");
  const { levels, comment, released } = marks;
  return (
    <div className="grid gap-2">
      {!released && <p className="text-sm text-ink-soft">{t("notReleased")}</p>}
      <dl className="grid gap-1">
        {levels.map(({ name, level }) => (
          <div key={name} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-1">
            <dt className="min-w-0 wrap-anywhere">
              <Written>{name}</Written>
            </dt>
            <dd className="tabular-nums">
              {level === null ? t("noLevel") : t("level", { level, most: HIGHEST_LEVEL })}
            </dd>
          </div>
        ))}
      </dl>
      {comment !== "" && (
        <Written as="p" className="whitespace-pre-wrap wrap-anywhere">
          {comment}
        </Written>
      )}
    </div>
  );
}
