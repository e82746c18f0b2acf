"use client";
import { useTranslations } from "next-intl";
import { memo, useId } from "react";
import { Check, CircleDashed, FileText, Pencil, UserX, WifiOff } from "#app/icons/icons.ts";
import { Written } from "#app/shared/text/Written.tsx";
import type { Seat } from "#debate/rules/snapshot.ts";

type SeatRowProps = {
  participantId: string;
  name: string;
  realName: string | undefined;
  isHere: boolean;
  /** [Y8] A ballot slip: it is deleted among the votes on paper, and can't be ticked. */
  isOnPaper: boolean;
  /** Undefined while no vote is open, or only one in which slips take no part. */
  hasVoted: boolean | undefined;
  /** Whether it is ticked, while several are chosen. */
  isPicked: boolean | undefined;
  onPick: (participantId: string, isPicked: boolean) => void;
  onRemove: (seat: Seat) => void;
  /** [Q10] For the host alone. */
  onRename: ((seat: Seat) => void) | undefined;
};

const MARK = "inline-flex shrink-0 items-center gap-1 text-xs text-ink-soft";

/** One person of the roster. Its parts come one by one, so that of 300 only those that changed are drawn. */
export const SeatRow = memo(function SeatRow({
  participantId,
  name,
  realName,
  isHere,
  isOnPaper,
  hasVoted,
  isPicked,
  onPick,
  onRemove,
  onRename,
}: SeatRowProps) {
  const t = useTranslations("host.people");
  const names = useTranslations("host.class.rename");
  const seat: Seat = { participantId, name, ...(realName !== undefined && { realName }), connected: isHere };
  const checkbox = useId();
  const canPick = isPicked !== undefined && !isOnPaper;
  const canRename = isPicked === undefined && !isOnPaper && onRename !== undefined;
  const Name = canPick ? "label" : canRename ? "button" : "span";
  return (
    <li className="flex min-h-touch items-center gap-2 xl:pointer-fine:min-h-9 border-b border-line [contain-intrinsic-size:auto_3rem] [content-visibility:auto] last:border-0">
      {canPick && (
        <input
          id={checkbox}
          type="checkbox"
          checked={isPicked}
          onChange={(event) => onPick(participantId, event.target.checked)}
          className="mx-1 size-5 shrink-0 accent-ink"
        />
      )}
      <Name
        {...(canPick && { htmlFor: checkbox })}
        {...(canRename && {
          type: "button" as const,
          "data-same": "rename",
          onClick: () => onRename(seat),
        })}
        className="flex min-h-touch min-w-0 flex-1 items-center gap-1.5 py-1 xl:pointer-fine:min-h-9 leading-tight"
      >
        <span className="grid min-w-0">
          <Written title={name} className="block truncate text-left">
            {name}
          </Written>
          {realName && (
            <Written title={realName} className="block truncate text-left text-xs text-ink-soft">
              {realName}
            </Written>
          )}
        </span>
        {canRename && (
          <>
            <span className="sr-only">{names("open")}</span>
            <Pencil aria-hidden="true" className="size-3.5 shrink-0 text-ink-soft" />
          </>
        )}
      </Name>
      {hasVoted !== undefined &&
        (hasVoted ? (
          <Check role="img" aria-label={t("voted")} className="size-4.5 shrink-0 text-good" />
        ) : (
          <CircleDashed role="img" aria-label={t("notVoted")} className="size-4.5 shrink-0 text-ink-soft" />
        ))}
      {isOnPaper ? (
        <span className={MARK}>
          <FileText aria-hidden="true" className="size-3.5" />
          {t("onPaper")}
        </span>
      ) : (
        !isHere && (
          <span className={MARK}>
            <WifiOff aria-hidden="true" className="size-3.5" />
            {t("isAway")}
          </span>
        )
      )}
      {isPicked === undefined && !isOnPaper && (
        <button
          type="button"
          data-same="remove"
          aria-label={t("remove", { name })}
          title={t("remove", { name })}
          onClick={() => onRemove(seat)}
          className="touch grid shrink-0 xl:pointer-fine:min-h-9 place-items-center rounded-control text-ink-soft -outline-offset-3! hover:bg-danger-wash hover:text-danger"
        >
          <UserX aria-hidden="true" className="size-4.5" />
        </button>
      )}
    </li>
  );
});
