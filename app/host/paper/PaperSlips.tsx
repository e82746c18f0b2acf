"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import { Plus, Trash2 } from "#app/icons/icons.ts";
import { ask, type Failure } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { FieldError } from "#app/shared/controls/FieldError.tsx";
import { newId } from "#app/shared/new-id.ts";
import { toast } from "#app/shared/notices/toast.ts";
import { press } from "#app/shared/press.ts";
import { CHOICES, type Choice, type DebateRound } from "#debate/rules/choices.ts";
import { type Slip, type SlipVotes, type StoredSlip, slipIn } from "#debate/rules/paper.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { halfWidth } from "#debate/rules/text.ts";

type Slips = { slips: StoredSlip[] };
/** How often to look whether the server is back, in milliseconds. */
const AGAIN = 3_000;

type PaperSlipsProps = { code: string; phase: Phase; rounds: readonly DebateRound[] };

/** Slips one after the other: choose, Enter, the next. Those that were typed can be changed and deleted. */
export function PaperSlips({ code, phase, rounds }: PaperSlipsProps) {
  const t = useTranslations("host.paper");
  const shared = useTranslations("shared");
  const refusals = useTranslations("refusals");
  const path = `/api/sessions/${code}/paper`;
  const [slips, setSlips] = useState<StoredSlip[] | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  // [Y9] The class may be back in a vote.
  const [lastPhase, setLastPhase] = useState(phase);
  if (lastPhase !== phase) {
    setLastPhase(phase);
    if (problem === "wrong-phase") setProblem(null);
  }
  const [expected, setExpected] = useState("");
  const list = useRef<HTMLUListElement>(null);
  const read = useCallback(async () => {
    const reply = await ask<Slips>("GET", path);
    setProblem((was) => (reply.ok ? null : was === "late" ? was : reply.code));
    if (reply.ok) setSlips(reply.value.slips);
  }, [path]);
  useEffect(() => void read(), [read]);
  useEffect(() => {
    if (problem !== "offline" && problem !== "late") return;
    const timer = setInterval(read, AGAIN);
    return () => clearInterval(timer);
  }, [problem, read]);
  // [Y9] Also where the class went back to a phase without a vote.
  const words = (why: Failure) => (why === "wrong-phase" ? t("hasResults") : refusals(why));
  // The form, which shows other problems, may be out of sight of the list.
  const failed = (why: Failure) => toast.error(words(why));
  const save = async (slip: Slip, change = false) => {
    const reply = await press<Slips>("POST", path, { slips: [slipIn(rounds, slip)], change });
    if (reply.ok) {
      setProblem(null);
      setSlips(reply.value.slips);
    } else if (change) failed(reply.code);
    else setProblem(reply.code);
    // [Y9] Deleted in another tab, or [W21] changed, and the answer was lost.
    if (!reply.ok && (reply.code === "not-found" || (change && reply.code === "late"))) await read();
    return reply.ok;
  };
  const remove = async (slip: StoredSlip, at: number) => {
    const reply = await press("DELETE", `${path}/${slip.id}`);
    if (!reply.ok && reply.code !== "not-found") {
      if (reply.code === "late") void read();
      return failed(reply.code);
    }
    setSlips((all) => all?.filter(({ id }) => id !== slip.id) ?? null);
    // [F11]
    requestAnimationFrame(() => {
      const buttons = [...(list.current?.querySelectorAll<HTMLElement>("button") ?? [])];
      (buttons[at] ?? buttons.at(-1) ?? document.getElementById("new-slip"))?.focus();
    });
  };
  const typed = slips?.length ?? 0;
  const most = Number(halfWidth(expected));
  return (
    <div className="grid gap-4 pt-2">
      <p className="text-sm text-ink-soft">{t("hint")}</p>
      <NewSlip rounds={rounds} onSave={save} />
      {problem && <FieldError>{words(problem)}</FieldError>}
      <label className="grid grid-cols-[minmax(0,1fr)_5rem] items-center gap-2 text-sm font-semibold">
        {t("expected")}
        <input
          inputMode="numeric"
          value={expected}
          onChange={({ target }) => setExpected(target.value)}
          className="min-h-touch min-w-0 rounded-control border border-line-strong bg-surface px-2 text-base"
        />
      </label>
      <p role="status" className="text-sm font-medium">
        {!slips
          ? problem === null && shared("loading")
          : expected !== "" && typed > most
            ? t("tooMany", { typed, most })
            : t("typed", { count: typed })}
      </p>
      {!slips && problem && <Button onClick={read}>{shared("retry")}</Button>}
      <ul ref={list} className="grid gap-2">
        {/* The newest first, beside the form that it was typed in. */}
        {slips?.toReversed().map((slip, at) => (
          <li key={slip.id} className="grid grid-cols-1 border-t border-line pt-1">
            <fieldset className="col-start-1 row-start-1 grid min-w-0 gap-1">
              <legend className="flex min-h-touch items-center text-sm font-semibold tabular-nums">
                {t("number", { number: slip.number })}
              </legend>
              {rounds.map((round) => (
                <VoteSelect
                  key={round}
                  round={round}
                  value={slip[round]}
                  isKept={slip[round] !== undefined}
                  onChoose={(choice) => choice && save({ id: slip.id, [round]: choice }, true)}
                />
              ))}
            </fieldset>
            <Button
              variant="quiet"
              aria-label={t("delete", { number: slip.number })}
              className="col-start-1 row-start-1 self-start justify-self-end px-3!"
              onClick={() => remove(slip, at)}
            >
              <Trash2 aria-hidden="true" className="size-5" />
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

type NewSlipProps = {
  rounds: readonly DebateRound[];
  onSave: (slip: Slip) => Promise<boolean>;
};

function NewSlip({ rounds, onSave }: NewSlipProps) {
  const t = useTranslations("host.paper");
  // Made before it is sent, so that the same slip sent twice is one.
  const [slip, setSlip] = useState<Slip>(() => ({ id: newId() }));
  const [pending, setPending] = useState(false);
  const isEmpty = rounds.every((round) => slip[round] === undefined);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isEmpty || pending) return;
    setPending(true);
    if (await onSave(slip)) {
      // What was chosen meanwhile is of the next slip.
      const isNew = (now: SlipVotes, round: DebateRound) =>
        now[round] !== undefined && now[round] !== slip[round];
      setSlip((now) => ({
        ...Object.fromEntries(
          rounds.filter((round) => isNew(now, round)).map((round) => [round, now[round]]),
        ),
        id: newId(),
      }));
      document.getElementById("new-slip")?.focus();
    }
    setPending(false);
  };
  return (
    <form onSubmit={submit} className="grid gap-2 rounded-control border border-line p-3">
      {rounds.map((round, index) => (
        <VoteSelect
          key={round}
          round={round}
          value={slip[round]}
          {...(index === 0 && { id: "new-slip" })}
          onChoose={(choice) => {
            const { [round]: _, ...others } = slip;
            setSlip(choice ? { ...others, [round]: choice } : others);
          }}
        />
      ))}
      <Button type="submit" variant="primary" pending={pending} disabled={isEmpty}>
        <Plus aria-hidden="true" className="size-5" />
        {t("add")}
      </Button>
    </form>
  );
}

type VoteSelectProps = {
  id?: string;
  round: DebateRound;
  value: Choice | undefined;
  /** A vote that is kept can be changed, but not taken away. */
  isKept?: boolean;
  onChoose: (choice: Choice | null) => void;
};

function VoteSelect({ id, round, value, isKept = false, onChoose }: VoteSelectProps) {
  const rounds = useTranslations("phases.rounds");
  const choices = useTranslations("choices");
  return (
    <label className="grid grid-cols-[minmax(0,1fr)_8.25rem] items-center gap-2 text-sm">
      {rounds(round)}
      <select
        id={id}
        value={value ?? ""}
        onChange={({ target }) => onChoose(CHOICES.find((choice) => choice === target.value) ?? null)}
        className="min-h-touch w-full min-w-0 rounded-control border border-line-strong bg-surface px-2 text-base text-ink"
      >
        {!isKept && <option value="">–</option>}
        {CHOICES.map((choice) => (
          <option key={choice} value={choice}>
            {choices(`${choice}.name`)}
          </option>
        ))}
      </select>
    </label>
  );
}
