import Link from "next/link";
import { useTranslations } from "next-intl";
import { Gauge } from "#app/icons/icons.ts";

export function CapacityLink() {
  const t = useTranslations("instructor.capacity");
  return (
    <Link
      href="/capacity"
      className="inline-flex min-h-touch items-center gap-2 text-sm font-semibold text-ink-soft underline underline-offset-4 hover:text-ink"
    >
      <Gauge aria-hidden="true" className="size-4.5 shrink-0" />
      {t("link")}
    </Link>
  );
}
