"use client";
import { useLocale, useTranslations } from "next-intl";
import { memo, useCallback, useDeferredValue, useId, useMemo, useRef, useState } from "react";
import { ClassFolded } from "#app/host/class/ClassMissing.tsx";
import { RenameDialog } from "#app/host/class/RenameDialog.tsx";
import { EraseDialog } from "#app/host/moderation/EraseDialog.tsx";
import { RemoveDialog } from "#app/host/moderation/RemoveDialog.tsx";
import { SeatRow } from "#app/host/moderation/SeatRow.tsx";
import { Selection } from "#app/host/moderation/Selection.tsx";
import { FILTERS, type Filter, hasVoted, isNamed, keeps, seatsShown } from "#app/host/moderation/seats.ts";
import { missingVotes } from "#app/host/next-step.ts";
import { Panel } from "#app/host/Panel.tsx";
import { ListChecks } from "#app/icons/icons.ts";
import { classNames } from "#app/shared/class-names.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { useTypedEarly } from "#app/shared/controls/use-typed-early.ts";
import type { HostPage } from "#debate/protocol/pages.ts";
import type { Round } from "#debate/rules/choices.ts";
import { openRound } from "#debate/rules/phases.ts";
import type { Identity } from "#debate/rules/session-options.ts";
import type { Roster, Seat, Snapshot } from "#debate/rules/snapshot.ts";

type PeopleProps = { page: HostPage; snapshot: Snapshot; roster: Roster };

/** Who is here and who has not voted; in an anonymous session only how many. */
export function People({ page, snapshot, roster }: PeopleProps) {
  const { role, code, settings } = page;
  const t = useTranslations("host.people");
  const isOpen = openRound(snapshot.phase) !== null;
  const onPaper = roster.seats.filter((seat) => seat.onPaper).length;
  return (
    <Panel
      data-tour="people"
      title={t("title")}
      aside={
        <span className="text-sm text-ink-soft tabular-nums">
          {t("here", {
            connected: roster.connected,
            joined: snapshot.joined - onPaper,
            onPaper,
          })}
        </span>
      }
      className="order-2 lg:col-start-2 lg:row-start-2 xl:relative xl:col-start-1 xl:gap-2 xl:overflow-y-auto"
    >
      {settings.identity === "anonymous" ? (
        <>
          {isOpen && (
            <p className="font-semibold tabular-nums">
              {t("anonymousMissing", { count: missingVotes(snapshot) })}
            </p>
          )}
          <p className="text-sm text-ink-soft">{t("anonymous")}</p>
        </>
      ) : (
        <>
          <ClassFolded code={code} entry={settings.entry} />
          <RosterOf
            code={code}
            identity={settings.identity}
            seats={roster.seats}
            round={snapshot.turnout.round}
            // Assistants may not see who has voted.
            isOpen={isOpen && role === "host"}
            isJoinable={settings.entry === "open" && page.byClass !== true && !snapshot.locked}
            canRename={role === "host"}
          />
        </>
      )}
    </Panel>
  );
}

type RosterProps = { seats: readonly Seat[]; round: Round; isOpen: boolean };
type RosterOfProps = RosterProps & {
  code: string;
  identity: Identity;
  isJoinable: boolean;
  canRename: boolean;
};

const RosterOf = memo(function RosterOf(props: RosterOfProps) {
  const { code, identity, seats, round, isOpen, isJoinable, canRename } = props;
  const t = useTranslations("host.people");
  const locale = useLocale();
  const usual = isOpen ? "missing" : "all";
  const [filter, setFilter] = useState<Filter>(usual);
  const [usualBefore, setUsualBefore] = useState<Filter>(usual);
  if (usual !== usualBefore) {
    setUsualBefore(usual);
    // One that is never usual was chosen by hand.
    if (filter !== "away") setFilter(usual);
  }
  const [typed, setTyped] = useState("");
  const searchId = useId();
  useTypedEarly(searchId, typed, ({ value }) => setTyped(value));
  const [leaving, setLeaving] = useState<Seat | null>(null);
  const [erased, setErased] = useState<Seat | null>(null);
  const [renamed, setRenamed] = useState<Seat | null>(null);
  const search = useDeferredValue(typed);
  const sorted = useMemo(() => seatsShown(seats, filter, round, locale), [seats, filter, round, locale]);
  const shown = useMemo(
    () => (search.trim() === "" ? sorted : sorted.filter((seat) => isNamed(seat, search))),
    [sorted, search],
  );
  const ask = useCallback((seat: Seat) => setLeaving(seat), []);
  const rename = useCallback((seat: Seat) => setRenamed(seat), []);
  // The seats that are ticked, while several are chosen.
  const [ticked, setTicked] = useState<ReadonlySet<string> | null>(null);
  const several = useRef<HTMLButtonElement>(null);
  const picked = ticked
    ? seatsShown(seats, "all", round, locale).filter(({ participantId }) => ticked.has(participantId))
    : [];
  const pick = useCallback(
    (participantId: string, isPicked: boolean) =>
      setTicked((before) => {
        const after = new Set(before);
        if (isPicked) after.add(participantId);
        else after.delete(participantId);
        return after;
      }),
    [],
  );
  if (seats.length === 0)
    return (
      <div className="grid gap-1">
        <p className="font-semibold">{t("none")}</p>
        <p className="text-sm text-ink-soft">{t("noneBody")}</p>
      </div>
    );
  const nobody =
    search.trim() !== "" ? t("noMatch") : filter === "missing" ? t("nobodyMissing") : t("nobodyAway");
  return (
    <>
      <Filters seats={seats} round={round} isOpen={isOpen} filter={filter} onFilter={setFilter} />
      <div className="flex flex-col gap-3 xl:flex-row xl:flex-wrap xl:gap-2">
        <input
          id={searchId}
          type="search"
          dir="auto"
          autoComplete="off"
          aria-label={t("search")}
          placeholder={t("search")}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="min-h-touch w-full min-w-0 rounded-control border xl:w-24 xl:flex-1 xl:pointer-fine:min-h-9 border-line-strong bg-surface px-3 text-base placeholder:text-ink-soft"
        />
        <Button
          ref={several}
          size="small"
          aria-pressed={ticked !== null}
          title={t("several.select")}
          className={classNames("shrink-0", ticked && "border-ink! bg-sunken!")}
          onClick={() => setTicked(ticked ? null : new Set())}
        >
          <ListChecks aria-hidden="true" className="size-4.5" />
          <span className="xl:max-2xl:sr-only">{t("several.select")}</span>
        </Button>
      </div>
      {ticked && (
        <Selection
          picked={picked}
          shown={shown.filter((seat) => !seat.onPaper)}
          isJoinable={isJoinable}
          onPick={(ids) => setTicked(new Set(ids))}
          onDone={() => {
            setTicked(null);
            several.current?.focus();
          }}
        />
      )}
      {shown.length === 0 && <p className="py-2 text-ink-soft">{nobody}</p>}
      <ul className="-mx-1 max-h-96 min-h-24 flex-1 overflow-y-auto px-1 xl:max-h-none">
        {shown.map((seat) => (
          <SeatRow
            key={seat.participantId}
            participantId={seat.participantId}
            name={seat.name}
            realName={seat.realName}
            isHere={seat.connected}
            isOnPaper={seat.onPaper === true}
            hasVoted={isOpen ? hasVoted(seat, round) : undefined}
            isPicked={ticked?.has(seat.participantId)}
            onPick={pick}
            onRemove={ask}
            onRename={canRename ? rename : undefined}
          />
        ))}
      </ul>
      <RemoveDialog
        seat={leaving}
        isJoinable={isJoinable}
        onClose={() => setLeaving(null)}
        onErase={setErased}
      />
      <RenameDialog code={code} identity={identity} seat={renamed} onClose={() => setRenamed(null)} />
      <EraseDialog seat={erased} onClose={() => setErased(null)} />
    </>
  );
});

type FiltersProps = RosterProps & { filter: Filter; onFilter: (filter: Filter) => void };

function Filters({ seats, round, isOpen, filter, onFilter }: FiltersProps) {
  const t = useTranslations("host.people");
  const offered = FILTERS.filter((one) => isOpen || one !== "missing");
  return (
    <fieldset className="flex flex-wrap rounded-control border border-line-strong p-0.5">
      <legend className="sr-only">{t("filter")}</legend>
      {offered.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={filter === one}
          onClick={() => onFilter(one)}
          className={classNames(
            "min-h-11 xl:pointer-fine:min-h-8 flex-auto rounded-[0.375rem] px-1 text-sm leading-tight whitespace-nowrap font-semibold tabular-nums",
            filter === one ? "bg-ink text-paper" : "text-ink hover:bg-sunken",
          )}
        >
          {t(one)}{" "}
          <span className="font-normal">{seats.filter((seat) => keeps(seat, one, round)).length}</span>
        </button>
      ))}
    </fieldset>
  );
}
