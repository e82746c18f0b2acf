import { useTranslations } from "next-intl";
import { PageShell } from "#app/shared/PageShell.tsx";
import { CodeForm } from "#app/student/CodeForm.tsx";

/** No session has this code: mistyped, or deleted. */
export function UnknownCode({ typed }: { typed: string }) {
  const t = useTranslations("student.unknown");
  return (
    <PageShell width="measure">
      <div className="grid gap-8">
        <div className="grid gap-3">
          <h1 className="font-serif text-2xl text-balance">{t("title")}</h1>
          <p className="text-ink-soft">{t("body")}</p>
        </div>
        <CodeForm typed={typed} />
      </div>
    </PageShell>
  );
}
