import { useTranslations } from "next-intl";
import { classNames } from "#app/shared/class-names.ts";

type CodeDisplayProps = { code: string; size?: "inherit" | "large" | "wall"; className?: string };

const SIZES = { inherit: "", large: "text-[min(var(--text-4xl),16cqw)]", wall: "text-wall-2xl" } as const;
const GROUP = 3;

/** A session's code in two groups of three, with air between the letters; spelled out for screen readers. */
export function CodeDisplay({ code, size = "inherit", className }: CodeDisplayProps) {
  const t = useTranslations("shared");
  return (
    <span className={classNames("inline-block font-semibold whitespace-nowrap", SIZES[size], className)}>
      <span className="sr-only">{t("codeSpelled", { spelled: [...code].join(" ") })}</span>
      <span aria-hidden="true" className="tracking-[0.14em]">
        {code.slice(0, GROUP)}
        <span className="ml-[0.35em]">{code.slice(GROUP)}</span>
      </span>
    </span>
  );
}
