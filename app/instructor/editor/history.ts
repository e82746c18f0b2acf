import type { Change } from "#app/instructor/editor/changes.ts";
import type { DebateForm } from "#app/instructor/editor/debate-form.ts";

/** A form with the way back and the way forward again. */
export type History = {
  past: DebateForm[];
  present: DebateForm;
  future: DebateForm[];
  /** The field that the last change typed into: more typing there belongs to the same step. */
  typingIn: string | null;
};

export type Step =
  | { do: "change"; change: Change; typingIn?: string }
  | { do: "undo" }
  | { do: "redo" }
  | { do: "start"; form: DebateForm };

const STEPS_KEPT = 200;

export const startHistory = (form: DebateForm): History => ({
  past: [],
  present: form,
  future: [],
  typingIn: null,
});

export function takeStep(history: History, step: Step): History {
  switch (step.do) {
    case "change": {
      const present = step.change(history.present);
      const typingIn = step.typingIn ?? null;
      if (typingIn !== null && typingIn === history.typingIn) return { ...history, present, future: [] };
      if (present === history.present) return history;
      const past = [...history.past, history.present].slice(-STEPS_KEPT);
      return { past, present, future: [], typingIn };
    }
    case "undo": {
      const before = history.past.at(-1);
      if (!before) return history;
      return {
        past: history.past.slice(0, -1),
        present: before,
        future: [history.present, ...history.future],
        typingIn: null,
      };
    }
    case "redo": {
      const [after, ...future] = history.future;
      if (!after) return history;
      return { past: [...history.past, history.present], present: after, future, typingIn: null };
    }
    case "start":
      return startHistory(step.form);
    default:
      return step satisfies never;
  }
}
