"use client";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useReducer, useState } from "react";
import { check, type Fault, type Faults } from "#app/instructor/editor/check.ts";
import type { DebateForm } from "#app/instructor/editor/debate-form.ts";
import { startHistory, takeStep } from "#app/instructor/editor/history.ts";

/** A form being edited: its history, its errors, and which of them to show now. */
export function useEditing(start: DebateForm) {
  const [history, step] = useReducer(takeStep, start, startHistory);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const form = history.present;
  const { draft, faults } = useMemo(() => check(form), [form]);
  const errors = useErrors(faults, touched, tried);
  const touch = useCallback((field: string) => {
    setTouched((before) => (before.has(field) ? before : new Set(before).add(field)));
  }, []);
  useUndoKeys(step);
  return {
    form,
    step,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    draft,
    errors,
    touch,
    /** From now on everything that is wrong is said. */
    insist: () => setTried(true),
  };
}

export type Editing = ReturnType<typeof useEditing>;

/** Error messages by field. Before the first try to save, only for visited fields and texts that are too long. */
function useErrors(
  faults: Faults,
  touched: ReadonlySet<string>,
  tried: boolean,
): ReadonlyMap<string, string> {
  const t = useTranslations("instructor.faults");
  return useMemo(() => {
    const due = ([field, fault]: [string, Fault]) => tried || fault.code === "too-long" || touched.has(field);
    return new Map(
      [...faults]
        .filter(due)
        .map(([field, { code, ...figures }]): [string, string] => [field, t(code, figures)]),
    );
  }, [faults, touched, tried, t]);
}

/** In a field the browser undoes typing; anywhere else these keys take back whole steps. */
function useUndoKeys(step: (step: { do: "undo" } | { do: "redo" }) => void) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const field =
        event.target instanceof HTMLElement && event.target.closest("input, textarea, [role='dialog']");
      if (field || event.altKey || !(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      step({ do: key === "y" || event.shiftKey ? "redo" : "undo" });
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [step]);
}
