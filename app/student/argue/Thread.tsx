"use client";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "#app/shared/controls/Button.tsx";
import { focusItem } from "#app/shared/controls/focus-item.ts";
import { beginningOf } from "#app/shared/text/beginning-of.ts";
import { RebuttalCard, type Watch } from "#app/student/argue/RebuttalCard.tsx";
import { creditsMe, isMine } from "#app/student/argue/rebuttal-list.ts";
import { useAuthorsToMe } from "#app/student/argue/use-authors-to-me.ts";
import { useFolding } from "#app/student/argue/use-folding.ts";
import { useSeat, useWaiting } from "#app/student/join/seat.ts";
import type { Waiting } from "#app/student/offline/outbox.ts";
import type { Mine, Rebuttal } from "#debate/rules/snapshot.ts";

/** What all threads of the view share. */
export type Threading = {
  /** How many rebuttals each author has. */
  authors: ReadonlyMap<string | undefined, number>;
  isOpen: boolean;
  watch: Watch;
  onReport: (rebuttal: Rebuttal) => void;
};

type ThreadProps = Threading & {
  root: Rebuttal;
  replies: readonly Rebuttal[];
  /** Whether they are folded until they are asked for. */
  startsFolded: boolean;
};

/** [R23] A rebuttal with what answers it under it. */
export function Thread({ root, replies, startsFolded, ...shared }: ThreadProps) {
  const { unfolded, folded, rest, waiting, unfold, fold } = useFolding(replies, startsFolded);
  const onFold = useSteady(fold);
  return (
    <li className="laid-out-in-sight grid grid-cols-1 gap-4 rounded-card border border-line bg-surface p-gutter shadow-card sm:p-5">
      <Card
        rebuttal={root}
        isUnder={false}
        replies={replies.length}
        folded={folded}
        waiting={waiting}
        onFold={onFold}
        {...shared}
      />
      <Replies root={root} replies={unfolded} rest={rest} onUnfold={unfold} {...shared} />
    </li>
  );
}

type RepliesProps = Threading & {
  root: Pick<Rebuttal, "id">;
  replies: readonly Rebuttal[];
  /** How many more a button offers. */
  rest: number;
  onUnfold: () => void;
};

/** Those that are unfolded, and a button for the rest. */
export function Replies({ root, replies, rest, onUnfold, ...shared }: RepliesProps) {
  const t = useTranslations("student.argue");
  const list = useRef<HTMLOListElement>(null);
  if (replies.length === 0) return null;
  const showRest = () => {
    onUnfold();
    focusItem(list.current, replies.length);
  };
  return (
    <div className="grid grid-cols-1 gap-3 border-s-2 border-line ps-3 sm:ps-4">
      <ol ref={list} className="grid grid-cols-1 gap-4">
        {replies.map((reply) => (
          <li key={reply.id} className="min-w-0 not-first:border-t not-first:border-line not-first:pt-4">
            <Card
              rebuttal={reply}
              isUnder
              answersRoot={reply.replyTo === root.id}
              replies={0}
              folded={0}
              waiting={0}
              onFold={null}
              {...shared}
            />
          </li>
        ))}
      </ol>
      {rest > 0 && (
        <Button variant="quiet" className="justify-self-start px-2! text-sm!" onClick={showRest}>
          {t("moreReplies", { count: rest })}
        </Button>
      )}
    </div>
  );
}

type CardProps = Threading & {
  rebuttal: Rebuttal;
  isUnder: boolean;
  answersRoot?: boolean;
  replies: number;
  folded: number;
  waiting: number;
  onFold: (() => void) | null;
};

function Card({ rebuttal, answersRoot = false, authors, ...props }: CardProps) {
  const t = useTranslations("student");
  const { state, you, debate, desk, show } = useSeat();
  const parcels = useWaiting();
  const isOwn = isMine(rebuttal, you);
  const answered = state.rebuttals.get(rebuttal.replyTo ?? "");
  const authorsOf = useAuthorsToMe();
  const hasMine = rebuttal.merged !== undefined && !isOwn && creditsMe(state.rebuttals, you)(rebuttal);
  const by = authorsOf(rebuttal);
  const name = by ?? t("argue.someone");
  const isOnly = authors.get(rebuttal.by) === 1;
  const who = isOnly ? name : t("access.oneOf", { name, words: beginningOf(rebuttal.body) });
  return (
    <RebuttalCard
      rebuttal={rebuttal}
      who={who}
      by={by}
      isMine={isOwn}
      answered={answersRoot ? undefined : answered}
      answeredBy={answersRoot || !answered ? undefined : authorsOf(answered)}
      endorsement={endorsementOf(you, parcels, rebuttal.id)}
      hasMine={hasMine}
      report={you.reported.find(({ rebuttalId }) => rebuttalId === rebuttal.id)?.outcome}
      debate={debate}
      desk={desk}
      show={show}
      {...props}
    />
  );
}

function endorsementOf(you: Mine, parcels: readonly Waiting[], id: string): "on" | "off" | "on its way" {
  const onItsWay = parcels.find((item) => item.name === "rebuttal:endorse" && item.payload.rebuttalId === id);
  if (onItsWay?.name === "rebuttal:endorse") return onItsWay.payload.on ? "on its way" : "off";
  return you.endorsed.includes(id) ? "on" : "off";
}

/** The same function at each drawing, which calls the newest. */
function useSteady(newest: () => void): () => void {
  const act = useRef(newest);
  act.current = newest;
  const steady = useRef(() => act.current());
  return steady.current;
}
