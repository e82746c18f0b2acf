import Link from "next/link";
import { useTranslations } from "next-intl";
import { BookOpen } from "#app/icons/icons.ts";

/** [H6] To the guide for teachers; in a new tab where someone is leading a class. */
export function GuideLink({ newTab = false }: { newTab?: boolean }) {
  const t = useTranslations("shared");
  return (
    <Link
      href="/help"
      prefetch={false}
      {...(newTab && { target: "_blank" })}
      className="inline-flex min-h-touch items-center gap-2 text-sm font-semibold text-ink-soft underline underline-offset-4 hover:text-ink"
    >
      <BookOpen aria-hidden="true" className="size-4.5 shrink-0" />
      {t("guide")}
    </Link>
  );
}
