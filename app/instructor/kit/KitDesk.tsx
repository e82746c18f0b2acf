"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DeskSkeleton } from "#app/instructor/editor/DeskSkeleton.tsx";
import { LeavingQuestion } from "#app/instructor/editor/leaving.tsx";
import { useKept } from "#app/instructor/editor/use-kept.ts";
import { KitBar } from "#app/instructor/kit/KitBar.tsx";
import { KitFields } from "#app/instructor/kit/KitFields.tsx";
import { type KeptKit, kitName, takeKit } from "#app/instructor/kit/kept.ts";
import { type KitSaving, useKitSaving } from "#app/instructor/kit/use-kit-saving.ts";
import { Button } from "#app/shared/Button.tsx";
import { forgetDraft } from "#app/shared/drafts.ts";
import { Notice } from "#app/shared/Notice.tsx";
import { useHydrated } from "#app/shared/use-hydrated.ts";
import { ContentIn } from "#app/shared/Written.tsx";
import type { DebatePage } from "#debate/protocol/pages.ts";

/** `by`: the instructor who writes. `isLost`: they may only read the debate now. */
type KitDeskProps = { id: string; by: string; current: DebatePage; isLost?: boolean };

/** [Y6] The lesson kit of a debate in fields. What is not saved yet is kept on this device. */
export function KitDesk(props: KitDeskProps) {
  const [times, setTimes] = useState(0);
  if (!useHydrated()) return props.isLost ? null : <DeskSkeleton />;
  return <Begun key={times} {...props} onStartOver={() => setTimes(times + 1)} />;
}

function Begun({ id, by, current, isLost = false, onStartOver }: KitDeskProps & { onStartOver: () => void }) {
  const t = useTranslations("instructor.kit");
  const [name] = useState(() => kitName(id, by));
  const [kept] = useState(() => takeKit(id, name, by));
  const saving = useKitSaving({ id, current, kept });
  const { form, faults, isUnsaved, base, conflict } = saving;
  useKept(
    name,
    isUnsaved ? ({ v: 1, by, form, etag: base.etag, kit: base.debate.kit } satisfies KeptKit) : null,
  );
  const [isRestored, setIsRestored] = useState(kept !== null);
  const discard = () => {
    forgetDraft(name);
    onStartOver();
  };
  // [I24]
  if (isLost) return kept && <KeptOfLost saving={saving} onDiscard={discard} />;
  return (
    <ContentIn lang={base.debate.lang}>
      {isRestored && (
        <Notice
          kind="info"
          title={t("restored")}
          action={
            <div className="flex flex-wrap gap-2">
              <Button size="small" onClick={() => setIsRestored(false)}>
                {t("goOn")}
              </Button>
              <Button size="small" variant="quiet" onClick={discard}>
                {t("startOver")}
              </Button>
            </div>
          }
        >
          {t("restoredBody")}
        </Notice>
      )}
      {conflict && (
        <Notice
          kind="warning"
          title={t("conflict.title")}
          action={
            <div className="flex flex-wrap gap-2">
              <Button size="small" variant="primary" onClick={() => saving.settle("mine")}>
                {t("conflict.mine")}
              </Button>
              <Button size="small" onClick={() => saving.settle("theirs")}>
                {t("conflict.theirs")}
              </Button>
            </div>
          }
        >
          {t("conflict.body")}
        </Notice>
      )}
      <KitFields debate={base.debate} form={form} faults={faults} onChange={saving.change} />
      <KitBar saving={saving} />
      <LeavingQuestion unsaved={isUnsaved} />
    </ContentIn>
  );
}

/** The draft of a kit that may only be read now, to copy what was written. */
function KeptOfLost({ saving, onDiscard }: { saving: KitSaving; onDiscard: () => void }) {
  const t = useTranslations("instructor.kit");
  const { base, form, faults, change } = saving;
  return (
    <ContentIn lang={base.debate.lang}>
      <Notice
        kind="warning"
        title={t("lost")}
        action={
          <Button size="small" onClick={onDiscard}>
            {t("startOver")}
          </Button>
        }
      >
        {t("lostBody")}
      </Notice>
      <KitFields debate={base.debate} form={form} faults={faults} onChange={change} />
    </ContentIn>
  );
}
