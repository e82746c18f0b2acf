import { useTranslations } from "next-intl";
import { Users } from "#app/icons/icons.ts";
import { DebateHistory } from "#app/instructor/exchange/DebateHistory.tsx";
import { ExportMenu } from "#app/instructor/exchange/ExportMenu.tsx";
import { ShareDebate } from "#app/instructor/exchange/ShareDebate.tsx";
import type { DebatePage, DebatePlace } from "#debate/protocol/pages.ts";
import { DEBATE_RIGHTS, mayWith } from "#debate/rules/debate-rights.ts";

type DebateToolsProps = { page: DebatePage; place: Pick<DebatePlace, "access" | "owner" | "isDraft"> };

/** [I19] Whose a shared debate is, and what can be done with this one besides teaching and editing it. */
export function DebateTools({ page: { debate, etag }, place: { access, owner, isDraft } }: DebateToolsProps) {
  const t = useTranslations("instructor.exchange");
  const right = DEBATE_RIGHTS.find((each) => each === access);
  return (
    <div className="mb-6 flex flex-wrap items-center gap-x-1 gap-y-2">
      {right && (
        <p className="mr-auto flex items-center gap-2 text-sm text-ink-soft">
          <Users aria-hidden="true" className="size-4.5 shrink-0" />
          <span className="min-w-0 wrap-anywhere">{t(`from.${right}`, { owner })}</span>
        </p>
      )}
      <div className="ml-auto flex flex-wrap items-center gap-1 max-sm:ml-0">
        {mayWith(access, "share") && <ShareDebate id={debate.id} resolution={debate.resolution} />}
        {mayWith(access, "versions") && <DebateHistory current={debate} etag={etag} />}
        {mayWith(access, "copy") && !isDraft && <ExportMenu id={debate.id} series={debate.series} />}
      </div>
    </div>
  );
}
