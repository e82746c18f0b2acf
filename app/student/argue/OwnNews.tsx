"use client";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useMemo, useRef } from "react";
import { useNews, useSummary } from "#app/shared/notices/announce.ts";
import { toast } from "#app/shared/notices/toast.ts";
import { isolated } from "#app/shared/text/isolated.ts";
import {
  arrived,
  creditsMe,
  type Known,
  type OwnItem,
  ownRebuttals,
  repliesTo,
} from "#app/student/argue/rebuttal-list.ts";
import { useSeat, useShown, useWaiting } from "#app/student/join/seat.ts";
import { useRefusalWords } from "#app/student/offline/use-refusal-words.ts";
import { mostMoved } from "#app/student/result/own-credits.ts";

/** The id of the toast that says how far what was sent has come. */
export const SENDING = "sending";
const REFUSED = "refused";

/** What a notice leads to, and when that was asked for. `id`: of what a reply answers, or the stamp of what was refused. */
export type Asked = { id: string; at: number };

/**
 * [F1, F2] Says when a rebuttal or a change has been stored, and as news what became of mine. Apart from the view, which isn't
 * drawn again with each tab.
 */
export function OwnNews({ onShow }: { onShow: (asked: Asked) => void }) {
  const t = useTranslations("student");
  const { state, you } = useSeat();
  const waiting = useWaiting();
  const { unsent, edits, stored } = ownRebuttals(state.rebuttals, you, waiting);
  const before = useRef<Known>(state);
  // [R15] What further pages bring after a reload was there before.
  const isOld = !before.current.hasAll;
  const onTheirWay = useRef<ReadonlySet<string>>(new Set());
  const changing = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const sent = stored.find(({ id }) => onTheirWay.current.has(id));
    const changed = [...changing.current].find((id) => !edits.has(id));
    const isHeld = stored.some(
      ({ id, status }) => status === "pending" && (id === sent?.id || id === changed),
    );
    const before = onTheirWay.current.size + changing.current.size;
    const posts = unsent.filter(({ refused }) => !refused);
    onTheirWay.current = new Set(posts.map(({ payload }) => payload.id));
    changing.current = new Set([...edits].flatMap(([id, { refused }]) => (refused ? [] : [id])));
    // [F10] In place of the toast that says it is being sent.
    if (sent ?? changed)
      toast.success(t(`access.${isHeld ? "pending" : sent ? "sent" : "changed"}`), { id: SENDING });
    else if (onTheirWay.current.size + changing.current.size < before) toast.dismiss(SENDING);
  });

  useRefusedNotice([...unsent, ...edits.values()], onShow);

  // Not after a reload: who comes back reads it.
  const awaited = useRef(new Set<string>());
  useEffect(() => {
    for (const { id, status } of stored) if (status === "pending") awaited.current.add(id);
  });
  const approved = stored.filter(({ id, status }) => status === "published" && awaited.current.has(id));
  useSummary("approved", approved.length, (count) => t("access.approved", { count }));

  // [R32] Of what was merged, who endorsed what stands for it.
  const creditsMine = creditsMe(state.rebuttals, you);
  const persuaded = [...state.rebuttals.values()]
    .filter((rebuttal) => rebuttal.status === "published" && creditsMine(rebuttal))
    .reduce((sum, { endorsements }) => sum + endorsements, 0);
  useSummary("persuaded", persuaded, (count) => t("access.persuaded", { count }), isOld);
  useReplyNotice(before, onShow);
  useMovedNotice(isOld);
  const isTakenDown = stored.some(({ status, downWith }) => status === "hidden" && !downWith);
  useNews("taken down", isTakenDown ? t("own.hidden") : null);
  useEffect(() => {
    before.current = state;
  });
  return null;
}

/** Says where one is that something was refused: its card may be far above, or in another view. */
function useRefusedNotice(items: readonly OwnItem[], onShow: (asked: Asked) => void): void {
  const t = useTranslations("student");
  const { show } = useSeat();
  const wordsOf = useRefusalWords();
  const onItsWay = useRef<ReadonlySet<string>>(new Set());
  const said = useRef<string | null>(null);
  useEffect(() => {
    const refused = items.filter((item) => item.refused);
    const fresh = refused.findLast(({ stamp }) => onItsWay.current.has(stamp));
    onItsWay.current = new Set(items.flatMap(({ stamp, refused }) => (refused ? [] : [stamp])));
    if (fresh) {
      const { stamp, name } = fresh;
      said.current = stamp;
      toast.error(t(`refused.written.${name}`), {
        id: REFUSED,
        description: wordsOf(fresh),
        action: {
          label: t("own.show"),
          onClick: () => {
            show("argue");
            onShow({ id: stamp, at: Date.now() });
          },
        },
      });
    } else if (said.current !== null && !refused.some(({ stamp }) => stamp === said.current)) {
      said.current = null;
      toast.dismiss(REFUSED);
    }
  });
  // A phase without this view says it above the others.
  useEffect(() => () => toast.dismiss(REFUSED), []);
}

/** [R29] A quiet notice of replies that arrive, in every view. What was there before is only counted at the tab. */
function useReplyNotice(before: RefObject<Known>, onShow: (asked: Asked) => void): void {
  const t = useTranslations("student");
  const { state, you, show } = useSeat();
  const replies = useMemo(() => repliesTo(state.rebuttals, you), [state.rebuttals, you]);
  useSummary("replies", replies.length, (count) => t("access.replies", { count }), !before.current.hasAll);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a reply that arrives is said.
  useEffect(() => {
    // Of all rebuttals: an old one becomes a reply to me when what it answers comes to stand for mine [R30].
    const fresh = arrived(replies, before.current);
    const newest = fresh.at(-1);
    if (!newest) return;
    const count = fresh.length;
    const { by } = newest;
    const who = by
      ? t("own.answered", { count, name: isolated(by) })
      : t("own.answeredAnonymously", { count });
    toast.info(who, {
      id: "replies",
      isNews: true,
      action: {
        label: t("own.show"),
        onClick: () => {
          show("argue");
          onShow({ id: newest.replyTo ?? "", at: Date.now() });
        },
      },
    });
  }, [replies]);
}

/** [V35] [Z2] The same for people whom the student's words moved, from the reveal on; spoken by RevealNews. */
function useMovedNotice(isOld: boolean): void {
  const t = useTranslations("card");
  const tOwn = useTranslations("student.own");
  const { state, you, show } = useSeat();
  const { view } = useShown();
  const moved = mostMoved(state, you);
  const last = useRef(moved);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is new is said.
  useEffect(() => {
    const isMore = moved > last.current;
    if (isMore) last.current = moved;
    if (!isMore || isOld || view === "result") return;
    toast.info(t("movedOwn", { count: moved }), {
      id: "moved",
      isNews: true,
      action: { label: tOwn("show"), onClick: () => show("result") },
    });
  }, [moved]);
}
