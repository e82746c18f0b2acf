import { useTranslations } from "next-intl";
import type { Wall } from "#app/screen/wall.ts";
import { ChoiceBadge } from "#app/shared/ChoiceMark.tsx";
import { classNames } from "#app/shared/class-names.ts";
import { Written } from "#app/shared/Written.tsx";
import { affiliation, fullName } from "#debate/content/expert-words.ts";

/** Both experts in equal space, For first, and the invitation to read. */
export function ReadingFace({ wall: { debate } }: { wall: Wall }) {
  const t = useTranslations("screen.reading");
  const names = namesSize(debate.positions.map(({ expert }) => expert.name));
  return (
    <div className="flex h-full flex-col justify-between gap-[2cqi]">
      <div className="grid grid-cols-2 gap-[3cqi]">
        {debate.positions.map(({ side, expert }) => (
          <article
            key={side}
            className={classNames(
              "grid content-start gap-[0.8cqi] border-t-[0.5cqi] pt-[1.4cqi]",
              side === "for" ? "border-solid border-for" : "border-double border-against",
            )}
          >
            <ChoiceBadge choice={side} className="text-wall-md" />
            <Written as="h2" className={classNames("line-clamp-2 font-serif wrap-anywhere", names)}>
              {fullName(expert)}
            </Written>
            <Written as="p" className="line-clamp-3 text-wall-sm text-ink-soft">
              {affiliation(expert)}
            </Written>
          </article>
        ))}
      </div>
      <p className="text-wall-lg">{t("invite")}</p>
    </div>
  );
}

/** One size for both, by the longer one: neither expert stands larger than the other. */
function namesSize(names: readonly string[]): string {
  const length = Math.max(...names.map((name) => [...name].length));
  if (length <= 24) return "text-wall-xl";
  return length <= 48 ? "text-wall-lg" : "text-wall-md";
}
