"use client";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from "react";
import type { Commands } from "#app/host/command-list.ts";
import { hiddenBy, hiddenWith } from "#app/host/hidden-with.ts";
import { afterNews, type Moved } from "#app/host/moved.ts";
import { editionOf, editionsOnWall } from "#app/host/rebuttal-lists.ts";
import { useBackAfterPress } from "#app/host/use-back-after-press.ts";
import { useShowStep } from "#app/host/use-show-step.ts";
import { arrival } from "#app/live/arrival.ts";
import { pastDoublePress } from "#app/live/double-press.ts";
import type { Live } from "#app/live/live.ts";
import { toast } from "#app/shared/notices/toast.ts";
import { press } from "#app/shared/press.ts";
import { beginningOf } from "#app/shared/text/beginning-of.ts";
import { isolated } from "#app/shared/text/isolated.ts";
import type { Answer, Logged } from "#debate/protocol/events.ts";
import { AT_ONCE } from "#debate/protocol/limits.ts";
import type { HostPage } from "#debate/protocol/pages.ts";
import type { Moderation } from "#debate/rules/moderation.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { canMove } from "#debate/rules/phases.ts";
import type { Refusal } from "#debate/rules/result.ts";
import { mayDo } from "#debate/rules/rights.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";
import type { Step } from "#debate/rules/steps.ts";

/** The one notice about where the class is. */
const MOVED = "moved";

/** The one notice about whether rebuttals wait. */
const APPROVAL = "approval";

const Context = createContext<Commands | null>(null);

export function useCommands(): Commands {
  const commands = useContext(Context);
  if (!commands) throw new Error("Outside of a control room");
  return commands;
}

/** So many as one message may name. */
function inParts<T>(all: readonly T[], most = AT_ONCE): T[][] {
  return Array.from({ length: Math.ceil(all.length / most) }, (_, part) =>
    all.slice(part * most, (part + 1) * most),
  );
}

type Answered = { ok: true } | { ok: false; code: Refusal };

type CommandsOfProps = {
  live: Live;
  code: string;
  role: HostPage["role"];
  settings: Settings;
  phase: Phase;
  /** The step of the reveal that is displayed. */
  shown: Step | undefined;
  children: ReactNode;
};

export function CommandsOf({ live, code, role, settings, phase, shown, children }: CommandsOfProps) {
  const t = useTranslations();
  const step = useShowStep(live);
  const moved = useRef<Moved | null>(null);

  useEffect(() => {
    if (!moved.current) return;
    moved.current = afterNews(moved.current, { phase, ...(shown && { step: shown }) });
    if (!moved.current) toast.dismiss(MOVED);
  }, [phase, shown]);

  useBackAfterPress(live);

  const commands = useMemo<Commands>(() => {
    const done = async (sent: Promise<Answered>): Promise<boolean> => {
      const answer = await sent;
      if (!answer.ok) toast.error(t(`refusals.${answer.code}`), { id: answer.code });
      return answer.ok;
    };

    const phaseName = (phase: Phase) => t(`phases.${phase}.name`);

    /** `undoes`: the version of the move that this undoes. [P7] Anything that moved the class since makes it stale. */
    async function move(to: Phase, undoes?: number): Promise<boolean> {
      const { phase: from, version: newest } = live.state().snapshot;
      const version = undoes ?? newest;
      const answer = await live.send("host:phase", { to, version });
      if (answer.ok) {
        moved.current = afterNews({ to, arrived: null }, live.state().snapshot);
        const undo = { label: t("host.next.undo"), onClick: () => void move(from, answer.version) };
        toast.success(t("host.next.moved", { phase: phaseName(to) }), {
          id: MOVED,
          ...(undoes === undefined && canMove(to, from, settings) && { action: undo }),
        });
        await arrival(live, answer.version);
        return true;
      }
      if (answer.code !== "stale" && answer.code !== "wrong-phase") return done(Promise.resolve(answer));
      // Another window was faster. What it did may not have arrived here yet, or never will: a step and the way back cancel out.
      const now = phaseName((await live.resync()).phase);
      toast.warning(t("host.next.staleTitle"), {
        id: MOVED,
        description: t("host.next.staleBody", { phase: now }),
      });
      return false;
    }

    /** Says what was decided, with the way back. */
    async function decide(
      sent: Promise<Answer<Logged>>,
      notice: { id: string; said: string; description?: string; offersApproval?: boolean },
    ): Promise<boolean> {
      const answer = await sent;
      if (!answer.ok) return done(Promise.resolve(answer));
      const { entries } = answer;
      toast.success(notice.said, {
        id: notice.id,
        ...(notice.description && { description: notice.description }),
        ...(entries.length > 0 && {
          action: { label: t("host.log.undo"), onClick: () => void takeBack(...entries) },
        }),
        ...(notice.offersApproval && {
          also: { label: t("host.approveFirst.label"), onClick: () => void approveFirst(true) },
        }),
      });
      return true;
    }

    async function takeBack(...entries: number[]): Promise<boolean> {
      for (const some of inParts(entries))
        if (!(await done(live.send("host:undo", { entries: some })))) return false;
      toast.success(t("host.log.undone"));
      return true;
    }

    /** Decides about several seats or rebuttals, by as many messages as that takes, and offers one way back. */
    async function decideAll<T>(
      all: readonly T[],
      send: (some: T[]) => Promise<Answer<Logged>>,
      said: (count: number, more: ReturnType<typeof hiddenBy>) => string,
      atOnce = AT_ONCE,
    ): Promise<boolean> {
      const answers: Logged[] = [];
      let isDone = true;
      for (const some of inParts(all, atOnce)) {
        const answer = await send(some);
        isDone = await done(Promise.resolve(answer));
        if (!answer.ok) break;
        answers.push(answer);
      }
      const entries = answers.flatMap((answer) => answer.entries);
      const more = hiddenBy(answers);
      const undo = { label: t("host.log.undo"), onClick: () => void takeBack(...entries) };
      if (isDone || entries.length > 0 || more)
        toast.success(said(entries.length, more), {
          ...(more && { description: t(`host.people.several.${more.back}`) }),
          ...(entries.length > 0 && { action: undo }),
        });
      return isDone;
    }

    function moderate(rebuttal: Rebuttal, action: Moderation): Promise<boolean> {
      const answered = live.state().rebuttals.get(rebuttal.replyTo ?? "");
      const isBelowHidden = answered !== undefined && answered.status !== "published";
      const said = isBelowHidden && action !== "hide" ? "below" : action;
      const decision = { rebuttalIds: [rebuttal.id], action, editions: [editionOf(rebuttal)] };
      return decide(live.send("host:moderate", decision), {
        id: `moderated-${rebuttal.id}`,
        said: t(`host.moderated.${said}`),
        // Two of these may stand above each other, each with its own way back.
        description: isolated(beginningOf(rebuttal.body)),
        // A host who hides one may not want to chase the next.
        offersApproval: action === "hide" && live.state().snapshot.approveFirst === false,
      });
    }

    async function approveFirst(on: boolean): Promise<boolean> {
      const isDone = await done(live.send("host:approve-first", { on }));
      if (isDone) toast.success(t(on ? "host.approveFirst.on" : "host.approveFirst.off"), { id: APPROVAL });
      return isDone;
    }

    return {
      may: (act) => mayDo(role, act),
      move: async (to) => {
        const isMoved = await move(to);
        await pastDoublePress();
        return isMoved;
      },
      step,
      setTimer: (seconds, closes) =>
        done(live.send("host:timer", { seconds, closes, phase: live.state().snapshot.phase })),
      moderate,
      remove: (participantId, name) =>
        decide(live.send("host:remove", { participantIds: [participantId] }), {
          id: `removed-${participantId}`,
          said: t("host.people.removed", { name: isolated(name) }),
        }),
      moderateSeveral: (rebuttals, action) =>
        decideAll(
          rebuttals,
          (some) => {
            const rebuttalIds = some.map(({ id }) => id);
            return live.send("host:moderate", { rebuttalIds, editions: some.map(editionOf), action });
          },
          (count) => t(`host.several.done.${action}`, { count }),
        ),
      merge: (rebuttalIds, into) =>
        decideAll(
          rebuttalIds,
          ([rebuttalId = ""]) => live.send("host:merge", { rebuttalId, into }),
          (count) => t(into === null ? "host.several.separated" : "host.several.merged", { count }),
          1,
        ),
      removeSeveral: (participantIds) =>
        decideAll(
          participantIds,
          (some) => live.send("host:remove", { participantIds: some }),
          (count) => t("host.people.several.removed", { count }),
        ),
      hideWords: (participantIds) =>
        decideAll(
          participantIds,
          (some) => live.send("host:moderate", { participantIds: some, action: "hide" }),
          (count, more) =>
            more
              ? t(`host.people.several.${more.both}`, { count, others: more.count })
              : t("host.people.several.hidden", { count }),
        ),
      hides: role === "host" ? hiddenWith(settings) : "rebuttals",
      takeBack: (entry) => takeBack(entry),
      readLog: async (before) => {
        const answer = await live.send("host:log", { before });
        return (await done(Promise.resolve(answer))) && answer.ok ? answer.log : null;
      },
      erase: async (what, said) => {
        const reply = await press("DELETE", `/api/sessions/${code}/${what}`);
        // Deleted meanwhile is as good as deleted now.
        const isDone = reply.ok || reply.code === "not-found";
        if (isDone) toast.success(said);
        else toast.error(t(`refusals.${reply.code}`));
        return isDone;
      },
      lock: (locked) => done(live.send("host:lock", { locked })),
      reveal: (on) => done(live.send("host:reveal", { on })),
      showOnWall: (show) =>
        done(live.send("host:wall", { show, ...editionsOnWall(show, live.state().rebuttals) })),
      send: (name, payload) => done(live.send(name, payload)),
      ask: (name, payload) => live.send(name, payload),
      done,
      setWallAppearance: ({ theme = null, language = null }) =>
        done(live.send("host:wall-look", { theme, language })),
      keepResults: (kept) => done(live.send("host:results", { kept })),
      approveFirst,
      setDates: async (schedule) => {
        const hasDates = schedule.dates.length > 0;
        const isDone = await done(live.send("host:dates", { schedule: hasDates ? schedule : null }));
        if (isDone) toast.success(t(hasDates ? "host.dates.saved" : "host.dates.cleared"));
        return isDone;
      },
    };
  }, [live, code, role, settings, t, step]);
  return <Context value={commands}>{children}</Context>;
}
