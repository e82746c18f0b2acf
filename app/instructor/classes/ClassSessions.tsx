import { useFormatter, useTranslations } from "next-intl";
import { LinkButton } from "#app/shared/controls/Button.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { SchoolClass } from "#debate/protocol/answers/class-answers.ts";

type Held = SchoolClass["sessions"][number];

/** The sessions of a class, the newest first. */
export function ClassSessions({ of: { sessions, students } }: { of: SchoolClass }) {
  const t = useTranslations("classes.held");
  return (
    <section aria-labelledby="held" className="grid grid-cols-1 gap-3">
      <h2 id="held" className="border-b-2 border-ink pb-2 font-serif text-2xl">
        {t("title")}
      </h2>
      {sessions.length === 0 ? (
        <p className="text-ink-soft">{t("none")}</p>
      ) : (
        <ul>
          {sessions.map((session) => (
            <HeldSession key={session.code} session={session} students={students.length} />
          ))}
        </ul>
      )}
    </section>
  );
}

function HeldSession({ session, students }: { session: Held; students: number }) {
  const t = useTranslations("classes.held");
  const phases = useTranslations("phases");
  const format = useFormatter();
  const { code, name, resolution, phase, at, present, released } = session;
  return (
    <li className="grid grid-cols-1 gap-1 border-b border-line py-3">
      <p className="font-semibold wrap-anywhere">
        {name === "" ? t("unnamed", { code }) : <Written>{name}</Written>}
      </p>
      <Written as="p" className="line-clamp-2 font-serif text-pretty wrap-anywhere">
        {resolution}
      </Written>
      <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
        <time dateTime={new Date(at).toISOString()}>{format.dateTime(at, { dateStyle: "medium" })}</time>
        <span>{phases(`${phase}.name`)}</span>
        <span className="tabular-nums">{t("present", { present, students })}</span>
        {released && <span>{t("released")}</span>}
      </p>
      <div className="-mx-3 flex flex-wrap">
        <LinkButton variant="quiet" href={`/host/${code}`} prefetch={false} className="px-3! text-sm!">
          {t("controlRoom")}
          <span className="sr-only">{code}</span>
        </LinkButton>
        <LinkButton variant="quiet" href={`/host/${code}/marks`} prefetch={false} className="px-3! text-sm!">
          {t("marks")}
          <span className="sr-only">{code}</span>
        </LinkButton>
      </div>
    </li>
  );
}
