"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { unfinishedOf } from "#app/instructor/editor/check.ts";
import type { DebateForm } from "#app/instructor/editor/debate-form.ts";
import { isLost, type Lost } from "#app/instructor/editor/versions/lost.ts";
import type { Stored } from "#app/instructor/editor/versions/use-saving.ts";
import type { SaveDebate } from "#app/instructor/save-debate.ts";
import type { DebatePage } from "#debate/protocol/pages.ts";

const EVERY = 3_000;
/** What the server does not know yet is missing on the dashboard. */
const AT_FIRST = 1_000;
const AGAIN = 15_000;

/** `faulty`: a field is invalid. `stopped`: a colleague or another tab has saved or deleted the debate, or taken back the right to it. */
export type AutosaveState = "idle" | "saved" | "faulty" | "failed" | "signed-out" | "stopped";

type Options = {
  isOn: boolean;
  saveDebate: SaveDebate;
  /** Null until the server has it. */
  id: string | null;
  /** [D11] The id that the first save of a new debate names, so that it is stored once. */
  newId: string;
  /** The version that a save goes over. */
  etag: string;
  form: DebateForm;
  /** The form as it was last saved. */
  saved: DebateForm | null;
  onSaved: (page: DebatePage, form: DebateForm) => void;
  onConflict: (newer: DebatePage | Lost) => void;
  /** Called when the page is left and what it had to save is saved. */
  onLeft: () => void;
};

/**
 * [D22] Saves a draft on the server every few seconds while it changes, and when its page is left, one save at a time. Each save
 * names the version that it was made from. If the server has a newer version by then, or none, it saves nothing and the automatic
 * saves stop until the instructor has compared both; text typed meanwhile is stored on the device [D12].
 */
export function useAutosave(options: Options) {
  const now = useRef(options);
  now.current = options;
  const [state, setState] = useState<AutosaveState>("idle");
  const running = useRef<Promise<void> | null>(null);
  const stopped = useRef(false);
  const hasSaved = useRef(false);

  const save = useCallback(async () => {
    const { id, newId, etag, form, saveDebate } = now.current;
    const debate = unfinishedOf(form);
    if (debate === null) return setState("faulty");
    const over = id === null ? { id: newId, etag: null } : { id, etag };
    const reply = await saveDebate(over, { debate, draft: true });
    if (reply.ok) {
      hasSaved.current = true;
      const { debate, etag } = reply.value;
      // The next save goes over this one, also before the page is drawn again, or once it is left.
      now.current = { ...now.current, id: debate.id, etag, saved: form };
      now.current.onSaved(reply.value, form);
      return setState("saved");
    }
    const { code } = reply;
    if (code !== "stale" && !isLost(code)) return setState(code === "unauthorized" ? "signed-out" : "failed");
    stopped.current = true;
    now.current.onConflict(code === "stale" ? (reply.answer as DebatePage) : code);
    setState("stopped");
  }, []);

  /** Starts a save where there is something to save and none is under way. */
  const start = useCallback(() => {
    const { isOn, form, saved } = now.current;
    if (!isOn || stopped.current || form === saved || running.current) return;
    running.current = save().finally(() => {
      running.current = null;
    });
  }, [save]);

  const { isOn, form, saved } = options;
  const isKnown = options.id !== null;
  const isDue = isOn && form !== saved;
  // A state that is the same twice starts no timer; the form does, once it is changed again.
  const since = state === "faulty" ? form : state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the form only whether it is due, or typing would put saves off
  useEffect(() => {
    if (!isDue) return;
    const isAgain = state === "failed" || state === "signed-out";
    const timer = setInterval(start, isAgain ? AGAIN : isKnown ? EVERY : AT_FIRST);
    return () => clearInterval(timer);
  }, [isDue, isKnown, since, start]);
  const leave = useCallback(async () => {
    // What was typed since a save began is saved after it.
    await running.current;
    start();
    await running.current;
    if (hasSaved.current) now.current.onLeft();
  }, [start]);
  useEffect(() => () => void leave(), [leave]);

  return {
    state,
    /** Resolves when no save is under way, to what the next one goes over. */
    settled: async (): Promise<Stored> => {
      await running.current;
      const { id, etag } = now.current;
      return { id, etag };
    },
    /** After a conflict was settled. */
    resume: () => {
      stopped.current = false;
      setState("idle");
    },
  };
}
