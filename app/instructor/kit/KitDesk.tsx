"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { DeskSkeleton } from "#app/instructor/editor/DeskSkeleton.tsx";
import { LeavingQuestion } from "#app/instructor/editor/leaving.tsx";
import { useSavedDraft } from "#app/instructor/editor/use-saved-draft.ts";
import { LostNotice } from "#app/instructor/editor/versions/LostNotice.tsx";
import type { Lost } from "#app/instructor/editor/versions/lost.ts";
import { FootBar } from "#app/instructor/frame/FootBar.tsx";
import { KitFields } from "#app/instructor/kit/KitFields.tsx";
import { type KitDraft, kitName, takeKit } from "#app/instructor/kit/kit-draft.ts";
import { type KitSaving, useKitSaving } from "#app/instructor/kit/use-kit-saving.ts";
import { useDebateId } from "#app/instructor/use-debate-id.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { NotFoundNote } from "#app/shared/layout/NotFoundNote.tsx";
import { useHydrated } from "#app/shared/loading/use-hydrated.ts";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { forgetDraft } from "#app/shared/storage/drafts.ts";
import { ContentIn } from "#app/shared/text/Written.tsx";
import type { DebatePage } from "#debate/protocol/pages.ts";

/** The bar at the foot of the kit page: whether changes are saved, and the Save button. */
function KitBar({ saving }: { saving: KitSaving }) {
  const t = useTranslations("instructor.kit");
  const { problem, isUnsaved, pending, save } = saving;
  return (
    <FootBar problem={problem}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="text-sm text-ink-soft">{t(isUnsaved ? "keptHere" : "allSaved")}</p>
        <Button variant="primary" pending={pending} onClick={() => save()}>
          {t("save")}
        </Button>
      </div>
    </FootBar>
  );
}

/** `by`: the instructor who writes. `current` is null where the debate was deleted. */
type KitDeskProps = { by: string; current: DebatePage | null; lost?: Lost };

/** [Y6] The lesson kit of a debate in fields. Unsaved changes are stored on this device. */
export function KitDesk(props: KitDeskProps) {
  const [times, setTimes] = useState(0);
  if (!useHydrated()) return props.lost ? null : <DeskSkeleton />;
  return <Begun key={times} {...props} onStartOver={() => setTimes(times + 1)} />;
}

type BegunProps = KitDeskProps & { onStartOver: () => void };

function Begun({ current, ...props }: BegunProps) {
  const id = useDebateId();
  const [name] = useState(() => kitName(id, props.by));
  const [kept] = useState(() => takeKit(id, name, props.by));
  const page = current ?? (kept?.debate && { debate: kept.debate, etag: kept.etag });
  if (!page) return <NotFoundNote />;
  if (props.lost && !kept) return null;
  return <Desk {...props} id={id} name={name} kept={kept} current={page} />;
}

type DeskProps = BegunProps & { id: string; name: string; kept: KitDraft | null; current: DebatePage };

function Desk({ id, name, kept, by, current, lost, onStartOver }: DeskProps) {
  const t = useTranslations("instructor.kit");
  const saving = useKitSaving({ id, by, current, kept });
  const { form, faults, isUnsaved, base, conflict } = saving;
  const { debate, etag } = base;
  useSavedDraft(
    name,
    isUnsaved ? ({ v: 1, by, form, etag, kit: debate.kit, debate } satisfies KitDraft) : null,
  );
  const [isRestored, setIsRestored] = useState(kept !== null);
  const discard = () => {
    forgetDraft(name);
    onStartOver();
  };
  if (lost) return <LostKitDraft saving={saving} lost={lost} onDiscard={discard} />;
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

/** [I24] The draft of a kit that can't be saved any more, to copy what was written. */
function LostKitDraft({ saving, lost, onDiscard }: { saving: KitSaving; lost: Lost; onDiscard: () => void }) {
  const t = useTranslations("instructor.kit");
  const { base, form, faults, change } = saving;
  return (
    <ContentIn lang={base.debate.lang}>
      <div className="grid grid-cols-1 gap-8">
        {lost === "not-found" && (
          <h1 className="font-serif text-3xl font-medium tracking-tight">{t("title")}</h1>
        )}
        <LostNotice lost={lost} onDiscard={onDiscard} />
        <KitFields debate={base.debate} form={form} faults={faults} onChange={change} />
      </div>
    </ContentIn>
  );
}
