import { useTranslations } from "next-intl";
import { Languages, ListChecks, Users } from "#app/icons/icons.ts";
import { DebateHistory } from "#app/instructor/exchange/DebateHistory.tsx";
import { ExportMenu } from "#app/instructor/exchange/ExportMenu.tsx";
import { ShareDebate } from "#app/instructor/exchange/ShareDebate.tsx";
import { LinkButton } from "#app/shared/controls/Button.tsx";
import { FILE_DEBATES } from "#debate/content/debate-file.ts";
import type { DebatePage, DebatePlace } from "#debate/protocol/pages.ts";
import { DEBATE_RIGHTS, mayWith } from "#debate/rules/debate-rights.ts";

type DebateToolsProps = {
  page: DebatePage;
  place: Pick<DebatePlace, "access" | "owner" | "isArchived" | "isDraft" | "isTooLongSeries">;
};

/** [I19] Whose a shared debate is, and what can be done with this one besides teaching and editing it. */
export function DebateTools({ page: { debate, etag }, place }: DebateToolsProps) {
  const { access, owner, isArchived, isDraft, isTooLongSeries } = place;
  const t = useTranslations("instructor.exchange");
  const tDebate = useTranslations("instructor.debate");
  const tReading = useTranslations("instructor.reading");
  const right = DEBATE_RIGHTS.find((each) => each === access);
  return (
    <div className="mb-6 grid gap-2">
      {right && (
        <p className="flex items-center gap-2 text-sm text-ink-soft">
          <Users aria-hidden="true" className="size-4.5 shrink-0" />
          <span className="min-w-0 wrap-anywhere">{t(`from.${right}`, { owner })}</span>
        </p>
      )}
      <div className="-mx-[min(0.75rem,3vw)] flex flex-wrap items-center gap-x-1">
        {!isDraft && (
          <LinkButton variant="quiet" className="px-3!" href={`/debates/${debate.id}/kit`}>
            <ListChecks aria-hidden="true" className="size-5" />
            {tDebate("kit")}
          </LinkButton>
        )}
        {!isDraft && !isArchived && mayWith(access, "save") && (
          <LinkButton variant="quiet" className="px-3!" href={`/debates/${debate.id}/versions`}>
            <Languages aria-hidden="true" className="size-5" />
            {tReading("title")}
          </LinkButton>
        )}
        {mayWith(access, "share") && (
          <ShareDebate
            id={debate.id}
            resolution={debate.resolution}
            hasSeries={debate.series !== undefined}
          />
        )}
        {mayWith(access, "versions") && <DebateHistory current={debate} etag={etag} />}
        {mayWith(access, "copy") && !isDraft && (
          <ExportMenu
            id={debate.id}
            hasSeries={debate.series !== undefined}
            {...(isTooLongSeries && { most: FILE_DEBATES })}
          />
        )}
      </div>
    </div>
  );
}
