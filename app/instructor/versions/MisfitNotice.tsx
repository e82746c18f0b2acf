import Link from "next/link";
import { useTranslations } from "next-intl";
import { useJoined } from "#app/i18n/use-joined.ts";
import { Notice } from "#app/shared/notices/Notice.tsx";
import type { Debate } from "#debate/content/debate.ts";
import { inPlainText } from "#debate/content/plain-debate.ts";
import { misfitsOf } from "#debate/content/versions.ts";

/** [X2] Says which versions no class gets, because the original has changed since. */
export function MisfitNotice({ debate }: { debate: Debate }) {
  const t = useTranslations("instructor.reading");
  const { list } = useJoined();
  const plain = inPlainText(debate);
  const labels = plain.versions
    ?.filter((each) => misfitsOf(plain, each).length > 0)
    .map(({ label }) => label);
  if (!labels?.length) return null;
  return (
    <Notice
      kind="warning"
      title={t("misfit", { labels: list(...labels), count: labels.length })}
      action={
        <Link href={`/debates/${debate.id}/versions`} className="font-semibold underline underline-offset-4">
          {t("mend")}
        </Link>
      }
      className="mb-6"
    >
      {t("misfitBody")}
    </Notice>
  );
}
