import { useTranslations } from "next-intl";

/** [V14] In place of a step whose last content was deleted while it was displayed. */
export function NothingLeft({ className }: { className: string }) {
  return <p className={className}>{useTranslations("flow")("nothingLeft")}</p>;
}
