"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo, useRef, useState } from "react";
import type { Faults } from "#app/instructor/editor/check.ts";
import type { KitDraft } from "#app/instructor/kit/kit-draft.ts";
import { checkKit, type KitForm, kitFormOf } from "#app/instructor/kit/kit-form.ts";
import { debateSaver } from "#app/instructor/save-debate.ts";
import { useWhy } from "#app/instructor/why.ts";
import { toast } from "#app/shared/notices/toast.ts";
import type { Debate } from "#debate/content/debate.ts";
import type { Kit } from "#debate/content/kit.ts";
import type { DebatePage } from "#debate/protocol/pages.ts";

/** `by`: the instructor who writes. */
type Options = { id: string; by: string; current: DebatePage; kept: KitDraft | null };
const NONE: Faults = new Map();

/** [Y6] A kit being edited, and saved with its debate over the version that the editing began with [D11]. */
export function useKitSaving({ id, by, current, kept }: Options) {
  const t = useTranslations("instructor.kit");
  const why = useWhy();
  const router = useRouter();
  // A draft of an older version is compared with the saved one when it is saved.
  const [base, setBase] = useState<DebatePage>(() =>
    kept ? { debate: withKit(current.debate, kept.kit), etag: kept.etag } : current,
  );
  const [form, setForm] = useState(() => kept?.form ?? kitFormOf(current.debate.kit));
  const [isUnsaved, setIsUnsaved] = useState(kept !== null);
  const [isInsisting, setIsInsisting] = useState(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [conflict, setConflict] = useState<DebatePage | null>(null);
  const latest = useRef(form);
  latest.current = form;
  const { kit, faults } = useMemo(() => checkKit(form), [form]);

  const change = (fields: Partial<KitForm>) => {
    setForm((before) => ({ ...before, ...fields }));
    setIsUnsaved(true);
    setProblem(null);
  };

  const [saveDebate] = useState(() => debateSaver(by));
  const put = ({ debate, etag }: DebatePage, next: Kit) =>
    saveDebate({ id, etag }, { debate: withoutId(withKit(debate, next)) });

  const save = async (onto: DebatePage = base): Promise<void> => {
    if (!kit) {
      setIsInsisting(true);
      return setProblem(t("faulty"));
    }
    setPending(true);
    setProblem(null);
    const reply = await put(onto, kit);
    setPending(false);
    if (reply.ok) return finish(reply.value);
    if (reply.code === "stale") return meet(reply.answer as DebatePage, onto);
    setProblem(reply.code === "not-found" ? t("deleted") : why(reply.code));
  };

  const finish = (stored: DebatePage) => {
    setBase(stored);
    setConflict(null);
    // What was typed meanwhile is not saved yet: `form` is what was sent.
    setIsUnsaved(latest.current !== form);
    setIsInsisting(false);
    toast.success(t("savedNow"));
    // Else Back to this page would show it as it was before.
    router.refresh();
  };

  /** The debate was saved elsewhere meanwhile. If only its texts changed, the kit moves on to these; else the instructor chooses. */
  const meet = async (newer: DebatePage, onto: DebatePage) => {
    if (JSON.stringify(newer.debate.kit) === JSON.stringify(onto.debate.kit)) return save(newer);
    setConflict(newer);
  };

  const settle = (whose: "mine" | "theirs") => {
    if (!conflict) return;
    if (whose === "mine") return void save(conflict);
    const mine = form;
    setBase(conflict);
    setForm(kitFormOf(conflict.debate.kit));
    setIsUnsaved(false);
    setConflict(null);
    toast.info(t("conflict.taken"), {
      action: { label: t("conflict.bringBack"), onClick: () => change(mine) },
    });
  };

  return {
    ...{ base, form, kit, isUnsaved, pending, problem, conflict },
    faults: isInsisting ? faults : onlyTooLong(faults),
    ...{ change, save, settle },
  };
}

export type KitSaving = ReturnType<typeof useKitSaving>;

/** While a field is being typed in, only text that is too long is an error. */
function onlyTooLong(faults: Faults): Faults {
  return faults.size === 0 ? NONE : new Map([...faults].filter(([, { code }]) => code === "too-long"));
}

function withKit({ kit: _, ...debate }: Debate, kit: Kit | undefined): Debate {
  return kit && Object.keys(kit).length > 0 ? { ...debate, kit } : debate;
}

function withoutId({ id: _, ...draft }: Debate) {
  return draft;
}
