import { useTranslations } from "next-intl";
import { Words } from "#app/i18n/Words.tsx";
import { SessionNote } from "#app/shared/notes/SessionNote.tsx";
import { ParticipationLink } from "#app/shared/ParticipationLink.tsx";

/** What only the host has of a session. [V20] The note is folded: this page may be on the projector. */
export function ForHost({ code }: { code: string }) {
  const t = useTranslations("notes");
  return (
    <aside aria-label={t("forHost")} className="mt-10 grid justify-items-start gap-4 print:hidden">
      <ParticipationLink code={code} />
      <details className="w-full max-w-prose">
        <summary className="inline-flex min-h-touch items-center font-semibold underline decoration-line-strong underline-offset-4">
          {t("open")}
        </summary>
        <Words also={["notes"]}>
          <SessionNote code={code} labelled={false} />
        </Words>
      </details>
    </aside>
  );
}
