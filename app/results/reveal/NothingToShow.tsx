import { useTranslations } from "next-intl";

/** [V14] In place of a step that has nothing to show: its last content was deleted, or another program chose it. */
export function NothingToShow({ className }: { className: string }) {
  return <p className={className}>{useTranslations("flow")("nothingToShow")}</p>;
}
