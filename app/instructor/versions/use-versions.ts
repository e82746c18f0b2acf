"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useRef, useState } from "react";
import { useSavedDraft } from "#app/instructor/editor/use-saved-draft.ts";
import { debateSaver } from "#app/instructor/save-debate.ts";
import { pairId } from "#app/instructor/versions/ParagraphPair.tsx";
import { beginning, draftOver, type VersionsDraft } from "#app/instructor/versions/versions-draft.ts";
import {
  besides,
  blankVersion,
  gapsOf,
  type VersionFields,
  versionOf,
} from "#app/instructor/versions/versions-form.ts";
import { useWhy } from "#app/instructor/why.ts";
import { toast } from "#app/shared/notices/toast.ts";
import { forgetDraft } from "#app/shared/storage/drafts.ts";
import type { DebatePage } from "#debate/protocol/pages.ts";
import type { Side } from "#debate/rules/choices.ts";

/** `by`: the instructor who writes. `name`: what their draft is called. */
type Options = {
  page: DebatePage;
  by: string;
  name: string;
  kept: VersionsDraft | null;
  onStartOver: () => void;
};

/** [X7] The versions of a debate while they are written, and saved with it. */
export function useVersions({ page, by, name, kept, onStartOver }: Options) {
  const t = useTranslations("instructor.reading");
  const names = useTranslations("choices");
  const why = useWhy();
  const router = useRouter();
  const [begun] = useState(() => beginning(page, kept));
  const [base, setBase] = useState<DebatePage>(begun.base);
  const [all, setAll] = useState<readonly VersionFields[]>(begun.all);
  const [isUnsaved, setIsUnsaved] = useState(kept !== null);
  const [shown, setShown] = useState(0);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [newer, setNewer] = useState<DebatePage | null>(null);
  const [saveDebate] = useState(() => debateSaver(by));
  const latest = useRef(all);
  latest.current = all;
  const { debate } = base;
  useSavedDraft(name, isUnsaved ? draftOver(by, base, all) : null);

  const change = useCallback((next: (now: readonly VersionFields[]) => VersionFields[]) => {
    setAll(next);
    setIsUnsaved(true);
  }, []);
  const setField = useCallback(
    (fields: Partial<VersionFields>) =>
      change((now) => now.map((each, index) => (index === shown ? { ...each, ...fields } : each))),
    [change, shown],
  );
  const setText = useCallback(
    (side: Side, number: number, text: string) =>
      change((now) =>
        now.map((each, index) =>
          index === shown ? { ...each, [side]: each[side].with(number - 1, text) } : each,
        ),
      ),
    [change, shown],
  );

  const add = () => {
    change((now) => [...now, blankVersion(debate, now, t("newLabel"))]);
    setShown(all.length);
  };
  const remove = () => {
    const removed = all[shown];
    if (!removed) return;
    change((now) => now.filter((_, index) => index !== shown));
    setShown(Math.max(0, shown - 1));
    const bringBack = () => {
      change((now) => now.toSpliced(shown, 0, removed));
      setShown(shown);
    };
    toast.info(t("removed", { label: removed.label.trim() || t("unnamedLabel") }), {
      action: { label: t("undo"), onClick: bringBack },
    });
  };
  const discard = () => {
    forgetDraft(name);
    onStartOver();
  };

  const goTo = (index: number, id: string) => {
    setShown(index);
    requestAnimationFrame(() => document.getElementById(id)?.focus());
  };
  /** [X7] With what `over` holds beside the versions, and only while that is stored. */
  const save = async (over = base, sent = all) => {
    setProblem(null);
    const [gap] = sent.flatMap((each, index) =>
      gapsOf(over.debate, each).map((found) => ({ index, ...found })),
    );
    if (gap) {
      setProblem(
        t("gaps", { label: sent[gap.index]?.label ?? "", side: names(`${gap.side}.name`), n: gap.paragraph }),
      );
      goTo(gap.index, pairId(gap.side, gap.paragraph));
      return;
    }
    const unnamed = sent.findIndex(({ label }) => label.trim() === "");
    if (unnamed >= 0) {
      setProblem(t("unnamed"));
      goTo(unnamed, "version-label");
      return;
    }
    setPending(true);
    const { id, versions: _, ...rest } = over.debate;
    const versions = sent.map((each) => versionOf(over.debate, each));
    const reply = await saveDebate(
      { id, etag: over.etag },
      { debate: { ...rest, ...(versions.length > 0 && { versions }) } },
    );
    setPending(false);
    if (reply.ok) {
      toast.success(t("saved"));
      setBase(reply.value);
      // What was typed meanwhile is not saved yet.
      if (latest.current !== sent) return;
      setIsUnsaved(false);
      router.push(`/debates/${id}`);
      router.refresh();
    } else if (reply.code === "stale") setNewer(reply.answer as DebatePage);
    else setProblem(why(reply.code));
  };
  const saveOverNewer = () => {
    if (!newer) return;
    setBase(newer);
    const moved = all.map((each) => besides(newer.debate, each));
    setAll(moved);
    setNewer(null);
    void save(newer, moved);
  };

  const replacesTheirs =
    newer !== null && JSON.stringify(newer.debate.versions) !== JSON.stringify(base.debate.versions);
  return {
    ...{
      debate,
      all,
      shown,
      pending,
      problem,
      newer,
      replacesTheirs,
      isUnsaved,
      isRestored: kept !== null && isUnsaved,
    },
    ...{ setShown, setField, setText, add, remove, discard, save: () => void save(), saveOverNewer },
  };
}
