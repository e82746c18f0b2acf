import { useTranslations } from "next-intl";
import { classNames } from "#app/shared/class-names.ts";
import { directionOf } from "#app/shared/text/direction.ts";
import { Written } from "#app/shared/text/Written.tsx";

type ResolutionProps = {
  /** The sentence after "RESOLVED:". */
  children: string;
  as?: "h1" | "h2" | "p";
  size?: "small" | "normal" | "large" | "wall";
  className?: string;
};

const SIZES = {
  small: "text-xl",
  normal: "text-2xl",
  large: "text-4xl",
  wall: "text-wall-xl",
} as const;

/** The resolution, set like a headline. */
export function Resolution({ children, as: Tag = "h1", size = "normal", className }: ResolutionProps) {
  const t = useTranslations("shared");
  return (
    <Tag
      dir={directionOf(children)}
      className={classNames(
        "font-serif font-medium tracking-[-0.012em] text-balance wrap-anywhere",
        SIZES[size],
        className,
      )}
    >
      <span
        dir="ltr"
        className={classNames(
          "me-[0.25em] font-sans font-bold tracking-[0.08em] text-ink-soft uppercase align-[0.12em]",
          // [V31] On the wall small letters stay as large as the last row needs.
          size === "wall" ? "text-[max(0.5em,1.7cqi)] handheld:text-xs" : "text-[0.5em]",
        )}
      >
        {t("resolvedColon")}
      </span>{" "}
      <Written as="bdi">{children}</Written>
    </Tag>
  );
}
