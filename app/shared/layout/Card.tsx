import type { ComponentProps } from "react";
import { classNames } from "#app/shared/class-names.ts";

type CardProps = Omit<ComponentProps<"div">, "ref"> & {
  as?: "div" | "section" | "article" | "li" | "form" | "aside";
  /** `sunken` for what stands back, `plain` for none of the shadow. */
  tone?: "raised" | "plain" | "sunken";
  padding?: "none" | "normal" | "roomy";
};

const TONES = {
  raised: "border-line bg-surface shadow-card",
  plain: "border-line bg-surface",
  sunken: "border-transparent bg-sunken",
} as const;
const PADDINGS = { none: "", normal: "p-4 sm:p-5", roomy: "p-[min(1.25rem,6vw)] sm:p-8" } as const;

export function Card({ as = "div", tone = "raised", padding = "normal", className, ...rest }: CardProps) {
  const Tag = as as "div";
  return (
    <Tag {...rest} className={classNames("rounded-card border", TONES[tone], PADDINGS[padding], className)} />
  );
}
