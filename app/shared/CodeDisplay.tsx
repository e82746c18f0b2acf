import { useTranslations } from "next-intl";
import { classNames } from "#app/shared/class-names.ts";

type CodeDisplayProps = { code: string; size?: "inherit" | "large" | "wall"; className?: string };

const SIZES = { inherit: "", large: "text-4xl", wall: "text-wall-2xl" } as const;
const GROUP = 3;

/** A session's code in two groups of three, every character equally wide; spelled out for screen readers. */
export function CodeDisplay({ code, size = "inherit", className }: CodeDisplayProps) {
  const t = useTranslations("shared");
  return (
    <span className={classNames("inline-block font-semibold whitespace-nowrap", SIZES[size], className)}>
      <span className="sr-only">{t("codeSpelled", { spelled: [...code].join(" ") })}</span>
      <span aria-hidden="true">
        {[...code].map((character, place) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a character is its place.
            key={place}
            className={classNames("inline-block w-[0.86em] text-center", place === GROUP && "ml-[0.3em]")}
          >
            {character}
          </span>
        ))}
      </span>
    </span>
  );
}
