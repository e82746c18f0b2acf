"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import {
  besides,
  blankVersion,
  fieldsOf,
  gapsOf,
  type VersionFields,
  versionOf,
} from "#app/instructor/versions/form.ts";
import { pairId } from "#app/instructor/versions/ParagraphPair.tsx";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { forgetDraft, keepDraft, keptDraft } from "#app/shared/drafts.ts";
import { toast } from "#app/shared/toast.ts";
import type { DebatePage } from "#debate/protocol/pages.ts";
import type { Side } from "#debate/rules/choices.ts";

/** [X7] The versions of a debate while they are written, and saved with it. */
export function useVersions(page: DebatePage) {
  const t = useTranslations("instructor.reading");
  const names = useTranslations("choices");
  const why = useWhy();
  const router = useRouter();
  const [base, setBase] = useState(page);
  const [all, setAll] = useState(() => storedIn(page));
  const [shown, setShown] = useState(0);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [newer, setNewer] = useState<DebatePage | null>(null);
  const [isDraft, setIsDraft] = useState(false);
  const { debate, etag } = base;
  const draft = `versions.${debate.id}`;

  useEffect(() => {
    const kept = keptDraft(draft) as { versions?: VersionFields[] } | null;
    if (!Array.isArray(kept?.versions)) return;
    setAll(kept.versions.map((each) => besides(page.debate, each)));
    setIsDraft(true);
  }, [draft, page]);

  const change = useCallback(
    (next: (now: readonly VersionFields[]) => VersionFields[]) =>
      setAll((now) => {
        const versions = next(now);
        keepDraft(draft, { versions });
        return versions;
      }),
    [draft],
  );
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
    change((now) => now.filter((_, index) => index !== shown));
    setShown(Math.max(0, shown - 1));
  };
  const discard = () => {
    forgetDraft(draft);
    setIsDraft(false);
    setAll(storedIn(base));
    setShown(0);
  };

  const goTo = (index: number, id: string) => {
    setShown(index);
    requestAnimationFrame(() => document.getElementById(id)?.focus());
  };
  /** [X7] With what `over` holds beside the versions, and only while that is stored. */
  const save = async (over = base) => {
    setProblem(null);
    const [gap] = all.flatMap((each, index) =>
      gapsOf(over.debate, each).map((found) => ({ index, ...found })),
    );
    if (gap) {
      setProblem(
        t("gaps", { label: all[gap.index]?.label ?? "", side: names(`${gap.side}.name`), n: gap.paragraph }),
      );
      goTo(gap.index, pairId(gap.side, gap.paragraph));
      return;
    }
    const unnamed = all.findIndex(({ label }) => label.trim() === "");
    if (unnamed >= 0) {
      setProblem(t("unnamed"));
      goTo(unnamed, "version-label");
      return;
    }
    setPending(true);
    const { id, versions: _, ...rest } = over.debate;
    const versions = all.map((each) => versionOf(over.debate, each));
    const reply = await ask<Pick<DebatePage, "debate">>(
      "PUT",
      `/api/debates/${id}`,
      { debate: { ...rest, ...(versions.length > 0 && { versions }) } },
      { headers: { "if-match": over.etag } },
    );
    setPending(false);
    if (reply.ok) {
      forgetDraft(draft);
      toast.success(t("saved"));
      router.push(`/debates/${id}`);
      router.refresh();
    } else if (reply.code === "stale") setNewer(reply.answer as DebatePage);
    else setProblem(why(reply.code));
  };
  const saveOverNewer = () => {
    if (!newer) return;
    setBase(newer);
    setAll((now) => now.map((each) => besides(newer.debate, each)));
    setNewer(null);
    void save(newer);
  };

  return {
    ...{ debate, etag, all, shown, pending, problem, newer, isDraft },
    ...{ setShown, setField, setText, add, remove, discard, save: () => void save(), saveOverNewer },
  };
}

function storedIn({ debate }: DebatePage): VersionFields[] {
  return (debate.versions ?? []).map((version) => fieldsOf(debate, version));
}
