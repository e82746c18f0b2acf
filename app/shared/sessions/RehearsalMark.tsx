import { useTranslations } from "next-intl";
import { classNames } from "#app/shared/class-names.ts";

type RehearsalMarkProps = { simulated: number | undefined; className?: string };

/** [H4] Says that a session is a rehearsal; nothing of others. */
export function RehearsalMark({ simulated, className }: RehearsalMarkProps) {
  const t = useTranslations("shared");
  if (simulated === undefined) return null;
  return (
    <span
      className={classNames(
        "block w-fit rounded-control border border-dashed border-line-strong px-[0.6em] py-[0.1em] font-semibold",
        className ?? "text-sm",
      )}
    >
      {t("rehearsal", { count: simulated })}
    </span>
  );
}
