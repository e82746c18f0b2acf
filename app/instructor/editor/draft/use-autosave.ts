"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { unfinishedOf } from "#app/instructor/editor/check.ts";
import type { DebateForm } from "#app/instructor/editor/form.ts";
import { ask } from "#app/shared/ask.ts";
import type { DebatePage } from "#debate/protocol/pages.ts";

const EVERY = 3_000;
/** What the server does not know yet is missing on the dashboard. */
const AT_FIRST = 1_000;
const AGAIN = 15_000;

/** `faulty`: a field is invalid. `stopped`: a colleague or another tab has saved or deleted the debate. */
export type AutosaveState = "idle" | "saved" | "faulty" | "failed" | "stopped";

type Options = {
  isOn: boolean;
  /** Null until the server has it. */
  id: string | null;
  /** The version that a save goes over. */
  etag: string;
  form: DebateForm;
  /** The form as it was last saved. */
  saved: DebateForm | null;
  onSaved: (page: DebatePage, form: DebateForm) => void;
  onConflict: (newer: DebatePage | "deleted") => void;
};

/**
 * [D22] Saves a draft on the server every few seconds while it changes, and when its page is left, one save at a time. Each save
 * names the version that it was made from. If the server has a newer version by then, or none, it saves nothing and the automatic
 * saves stop until the instructor has compared both; what is typed meanwhile is kept on the device [D12].
 */
export function useAutosave(options: Options) {
  const now = useRef(options);
  now.current = options;
  const [state, setState] = useState<AutosaveState>("idle");
  const running = useRef<Promise<void> | null>(null);
  const stopped = useRef(false);

  const save = useCallback(async () => {
    const { id, etag, form } = now.current;
    const debate = unfinishedOf(form);
    if (debate === null) return setState("faulty");
    const body = { debate, draft: true };
    const reply = await (id === null
      ? ask<DebatePage>("POST", "/api/debates", body)
      : ask<DebatePage>("PUT", `/api/debates/${id}`, body, { headers: { "if-match": etag } }));
    if (reply.ok) {
      now.current.onSaved(reply.value, form);
      return setState("saved");
    }
    if (reply.code !== "stale" && reply.code !== "not-found") return setState("failed");
    stopped.current = true;
    now.current.onConflict(reply.code === "stale" ? (reply.answer as DebatePage) : "deleted");
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
    const timer = setInterval(start, state === "failed" ? AGAIN : isKnown ? EVERY : AT_FIRST);
    return () => clearInterval(timer);
  }, [isDue, isKnown, since, start]);
  useEffect(() => () => start(), [start]);

  return {
    state,
    /** Resolves when no save is under way, so that the next one goes over its version. */
    settled: async () => {
      await running.current;
    },
    /** After a conflict was settled. */
    resume: () => {
      stopped.current = false;
      setState("idle");
    },
  };
}
