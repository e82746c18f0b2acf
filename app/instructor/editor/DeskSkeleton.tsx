import { useTranslations } from "next-intl";

/** What a desk looks like while the browser looks for a kept draft. */
export function DeskSkeleton() {
  const t = useTranslations("shared");
  return (
    <div aria-busy="true" className="grid min-h-[70dvh] content-start gap-5">
      <p className="sr-only">{t("loading")}</p>
      <div className="h-10 w-64 max-w-full rounded-control bg-sunken" />
      <div className="h-14 rounded-control bg-sunken" />
      <div className="h-64 rounded-control bg-sunken" />
    </div>
  );
}
