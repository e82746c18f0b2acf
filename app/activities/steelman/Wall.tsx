import { useTranslations } from "next-intl";
import type { Wall } from "#app/screen/wall.ts";
import { phonesIn } from "#debate/rules/phones.ts";

/** [P19] What the class does now, and how many have; nothing of what anyone wrote. */
export function SteelmanFace({ wall: { snapshot } }: { wall: Wall }) {
  const t = useTranslations("screen.steelman");
  const { steelman } = snapshot;
  return (
    <div className="grid h-full min-h-0 content-center gap-[1.6cqi] handheld:gap-4">
      <p className="max-w-[24em] font-serif text-wall-xl text-balance">{t("title")}</p>
      <p className="text-wall-md text-ink-soft text-pretty">{t("body")}</p>
      {steelman && (
        <p className="flex flex-wrap gap-x-[2em] text-wall-md tabular-nums">
          <span>{t("written", { written: steelman.written, joined: phonesIn(snapshot) })}</span>
          <span>{t("rated", { count: steelman.rated })}</span>
        </p>
      )}
    </div>
  );
}
