"use client";
import { useTranslations } from "next-intl";
import { type ComponentProps, useRef, useState } from "react";
import { RebuttalItem } from "#app/host/stages/RebuttalItem.tsx";
import type { Selection } from "#app/host/use-selection.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { REPLIES_SHOWN } from "#debate/rules/rebuttals.ts";
import type { OnWall, Rebuttal } from "#debate/rules/snapshot.ts";

type Item = ComponentProps<typeof RebuttalItem>;
type Picked = Extract<OnWall, { rebuttalId: string }>;

type HostThreadProps = Pick<Item, "debate" | "onSpotlight" | "onModerate"> & {
  root: Rebuttal;
  replies: readonly Rebuttal[];
  startsFolded: boolean;
  /** Whether a hand or the focus is in the list: then no reply comes between. */
  isHeld: boolean;
  merged: ReadonlyMap<string, readonly Rebuttal[]>;
  onWall: Picked | null;
  selection: Selection;
};

/** [R23] A rebuttal with its replies under it, folded beyond two. */
export function HostThread({
  root,
  replies,
  startsFolded,
  isHeld,
  merged,
  onWall,
  selection,
  ...actions
}: HostThreadProps) {
  const t = useTranslations("host.rebuttals");
  const [isUnfolded, setUnfolded] = useState(false);
  const seen = useRef<ReadonlySet<string>>(new Set());
  const open = isUnfolded ? replies : replies.slice(0, startsFolded ? 0 : REPLIES_SHOWN);
  if (!isHeld) seen.current = new Set(open.map(({ id }) => id));
  const unfolded = open.filter(({ id }) => seen.current.has(id));
  const folded = replies.length - unfolded.length;
  const unfold = () => {
    seen.current = new Set(replies.map(({ id }) => id));
    setUnfolded(true);
  };
  const item = (rebuttal: Rebuttal, readable: readonly Rebuttal[]) => (
    <RebuttalItem
      rebuttal={rebuttal}
      merged={merged.get(rebuttal.id) ?? NONE}
      replies={replies.length > 0 && rebuttal === root ? replies.length : 0}
      withReplies={readable
        .slice(0, REPLIES_SHOWN)
        .map(({ id }) => id)
        .join(" ")}
      isOnWall={onWall?.rebuttalId === rebuttal.id}
      repliesOnWall={onWall?.rebuttalId === rebuttal.id ? (onWall.replies?.length ?? 0) : 0}
      isPicked={selection.isOn ? selection.has(rebuttal.id) : undefined}
      onPick={selection.pick}
      {...actions}
    />
  );
  return (
    <li className="grid grid-cols-1 gap-2 [contain-intrinsic-size:auto_14rem] [content-visibility:auto]">
      {item(
        root,
        replies.filter(({ status }) => status === "published"),
      )}
      {replies.length > 0 && (
        <div className="grid grid-cols-1 gap-2 border-s-2 border-line-strong ps-3 sm:ms-3">
          {unfolded.length > 0 && (
            <ol className="grid grid-cols-1 gap-2">
              {unfolded.map((reply) => (
                <li key={reply.id}>{item(reply, NONE)}</li>
              ))}
            </ol>
          )}
          {folded > 0 && (
            <Button variant="quiet" size="small" className="justify-self-start" onClick={unfold}>
              {unfolded.length === 0 ? t("replies", { count: folded }) : t("moreReplies", { count: folded })}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

const NONE: readonly Rebuttal[] = [];
