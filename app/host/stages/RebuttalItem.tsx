"use client";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { useCommands } from "#app/host/commands.tsx";
import { AnsweredWords } from "#app/host/moderation/AnsweredWords.tsx";
import { useRealName } from "#app/host/real-names.ts";
import { EraseRebuttal } from "#app/host/stages/EraseRebuttal.tsx";
import { useNamed } from "#app/host/use-named.ts";
import { usePending } from "#app/host/use-pending.ts";
import { Eye, EyeOff, MessagesSquare, Presentation } from "#app/icons/icons.ts";
import { classNames } from "#app/shared/class-names.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { WebLink } from "#app/shared/links/WebLink.tsx";
import { useAuthors } from "#app/shared/rebuttals/use-authors.ts";
import { beginningOf } from "#app/shared/text/beginning-of.ts";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { isolated } from "#app/shared/text/isolated.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { Moderation } from "#debate/rules/moderation.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

type RebuttalItemProps = {
  rebuttal: Rebuttal;
  /** [R24] Those that it stands for. */
  merged: readonly Rebuttal[];
  replies: number;
  /** The ids of the replies that go to the projector with it, in one text. */
  withReplies: string;
  debate: ReadDebate;
  isOnWall: boolean;
  repliesOnWall: number;
  /** Whether it is ticked, while several are chosen. */
  isPicked: boolean | undefined;
  onPick: (rebuttal: Rebuttal, isPicked: boolean) => void;
  onSpotlight: (id: string | null, replies?: string[]) => Promise<boolean>;
  onModerate: (rebuttal: Rebuttal, action: Moderation) => Promise<boolean>;
};

/** One rebuttal with what it answers, and what can be done with it. */
export const RebuttalItem = memo(function RebuttalItem(props: RebuttalItemProps) {
  const { rebuttal, merged, replies, debate, isOnWall } = props;
  const t = useTranslations("host.rebuttals");
  const by = useAuthors()(rebuttal, { named: 3 });
  const realName = useRealName(rebuttal.participantId);
  const { side, body, status, downWith, endorsements, source, edited } = rebuttal;
  const isPublished = status === "published";
  return (
    <article
      className={classNames(
        "grid grid-cols-1 gap-2 rounded-card border p-4 xl:gap-1.5 xl:p-3",
        isOnWall
          ? "border-ink bg-surface outline-2 -outline-offset-2 outline-ink"
          : isPublished
            ? "border-line bg-surface"
            : "border-dashed border-line-strong bg-sunken",
      )}
    >
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
        <Tick {...props} />
        <ChoiceBadge choice={side} />
        {by && (
          <span className="min-w-0 wrap-anywhere">
            {t.rich(rebuttal.with ? "byAll" : "by", { name: inSentence(by) })}
          </span>
        )}
        {realName && <Written className="min-w-0 text-xs wrap-anywhere">{realName}</Written>}
        {edited && <span>{t("edited")}</span>}
        <span className="tabular-nums">{t("endorsements", { count: endorsements })}</span>
        {replies > 0 && <span className="tabular-nums">{t("replies", { count: replies })}</span>}
        {!isPublished && (
          <span className="font-semibold text-warn">{t(downWith ? `hiddenWith.${downWith}` : "hidden")}</span>
        )}
        {isOnWall && (
          <span className="ml-auto inline-flex items-center gap-1.5 font-semibold text-ink">
            <Presentation aria-hidden="true" className="size-4" />
            {t("onWall")}
          </span>
        )}
      </p>
      <AnsweredWords rebuttal={rebuttal} debate={debate} />
      <Written as="p" className="font-serif text-lg whitespace-pre-line wrap-anywhere">
        {body}
      </Written>
      {source && (
        <p className="text-sm">
          <WebLink address={source} className="underline underline-offset-2">
            {t("source")}
          </WebLink>
        </p>
      )}
      {merged.length > 0 && <Merged merged={merged} />}
      <ItemActions {...props} />
    </article>
  );
});

function Tick({ rebuttal, isPicked, onPick }: RebuttalItemProps) {
  const t = useTranslations("host.several");
  if (isPicked === undefined) return null;
  return (
    <input
      type="checkbox"
      aria-label={t("pick", { words: isolated(beginningOf(rebuttal.body)) })}
      checked={isPicked}
      onChange={(event) => onPick(rebuttal, event.target.checked)}
      className="size-6 shrink-0 accent-ink"
    />
  );
}

/** [R24] What it stands for, and the way back. */
function Merged({ merged }: Pick<RebuttalItemProps, "merged">) {
  const t = useTranslations("host.rebuttals");
  return (
    <details className="text-sm">
      <summary className="min-h-11 cursor-pointer content-center font-semibold">
        {t("merged", { count: merged.length })}
      </summary>
      <ul className="grid grid-cols-1 gap-2">
        {merged.map((rebuttal) => (
          <MergedOne key={rebuttal.id} rebuttal={rebuttal} />
        ))}
      </ul>
    </details>
  );
}

function MergedOne({ rebuttal }: { rebuttal: Rebuttal }) {
  const t = useTranslations("host.rebuttals");
  const { merge } = useCommands();
  const named = useNamed(rebuttal);
  const [isPending, run] = usePending();
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-3 border-s-2 border-line-strong ps-3">
      <span className="min-w-0 flex-1">
        {rebuttal.by && (
          <span className="block text-ink-soft wrap-anywhere">
            {t.rich("by", { name: inSentence(rebuttal.by) })}
          </span>
        )}
        <Written className="font-serif wrap-anywhere">{rebuttal.body}</Written>
      </span>
      <Button
        {...named(t("separate"), "separate")}
        variant="quiet"
        size="small"
        pending={isPending}
        onClick={() => run(() => merge([rebuttal.id], null))}
      >
        {t("separate")}
      </Button>
    </li>
  );
}

function ItemActions(props: RebuttalItemProps) {
  const { rebuttal, isOnWall, repliesOnWall, withReplies, onSpotlight, onModerate } = props;
  const t = useTranslations("host.rebuttals");
  const { id } = rebuttal;
  const named = useNamed(rebuttal);
  const [isPending, run] = usePending();
  const isPublished = rebuttal.status === "published";
  const replies = withReplies.split(" ");
  return (
    <div className="mt-1 flex flex-wrap gap-2">
      {isPublished && (
        <Button
          {...named(isOnWall ? t("unspotlight") : t("spotlight"), "spotlight")}
          size="small"
          pending={isPending}
          variant={isOnWall ? "primary" : "secondary"}
          onClick={() => run(() => onSpotlight(isOnWall ? null : id))}
        >
          <Presentation aria-hidden="true" className="size-4.5" />
          {isOnWall ? t("unspotlight") : t("spotlight")}
        </Button>
      )}
      {isPublished && withReplies !== "" && !(isOnWall && repliesOnWall === replies.length) && (
        <Button
          {...named(t("spotlightReplies", { count: replies.length }), "spotlight-replies")}
          size="small"
          pending={isPending}
          variant="quiet"
          onClick={() => run(() => onSpotlight(id, replies))}
        >
          <MessagesSquare aria-hidden="true" className="size-4.5" />
          {t("spotlightReplies", { count: replies.length })}
        </Button>
      )}
      {/* Together on one line: alone on the next one, the bin would belong to nothing. */}
      <span className="flex grow flex-wrap gap-2 empty:hidden">
        {rebuttal.downWith !== "answered" && (
          <Button
            {...named(isPublished ? t("hide") : t("show"), "hide")}
            size="small"
            pending={isPending}
            variant="quiet"
            onClick={() => run(() => onModerate(rebuttal, isPublished ? "hide" : "show"))}
          >
            {isPublished ? (
              <EyeOff aria-hidden="true" className="size-4.5" />
            ) : (
              <Eye aria-hidden="true" className="size-4.5" />
            )}
            {isPublished ? t("hide") : t("show")}
          </Button>
        )}
        <EraseRebuttal rebuttal={rebuttal} />
      </span>
    </div>
  );
}
