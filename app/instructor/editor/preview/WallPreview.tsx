"use client";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { classNames } from "#app/shared/class-names.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import type { Debate } from "#debate/content/debate.ts";
import { fullName } from "#debate/content/expert-words.ts";
import { sentencesOf } from "#debate/content/sentences.ts";

/** The wall while the class reads: the resolution, and what each side claims first [V30]. */
export const WallPreview = memo(function WallPreview({ debate }: { debate: Debate }) {
  const t = useTranslations("instructor.hand.preview");
  const { resolution, positions } = debate;
  return (
    <div className="@container aspect-video overflow-hidden rounded-control border border-line-strong bg-paper">
      <div className="grid h-full grid-rows-[auto_minmax(0,1fr)] gap-[3cqi] p-[3cqi]">
        <Written
          as="p"
          className={classNames(
            "font-serif leading-tight font-medium text-balance wrap-anywhere",
            // As on the wall, a long one is set smaller.
            resolution.length > 120 ? "line-clamp-5 text-[2.9cqi]" : "line-clamp-3 text-[4.4cqi]",
          )}
        >
          {resolution.trim() || t("noResolution")}
        </Written>
        <div className="grid min-h-0 grid-cols-2 gap-[3cqi]">
          {positions.map(({ side, expert, paragraphs }) => (
            <div
              key={side}
              className={classNames(
                "min-h-0 overflow-hidden border-t-[0.6cqi] pt-[1cqi] text-[2.6cqi]",
                side === "for" ? "border-solid border-for" : "border-double border-against",
              )}
            >
              <ChoiceBadge choice={side} />
              <Written as="p" className="mt-[1cqi] line-clamp-5 font-serif leading-snug wrap-anywhere">
                {sentencesOf(paragraphs[0]?.text ?? "")[0]?.trim() ?? ""}
              </Written>
              <Written as="p" className="mt-[1cqi] font-semibold wrap-anywhere">
                {fullName(expert)}
              </Written>
            </div>
          ))}
        </div>
      </div>
    </div>
  );
});
