"use client";
import { createContext, useContext } from "react";
import type { Step } from "#app/instructor/editor/history.ts";
import type { Remark } from "#app/instructor/import/remarks.ts";

/** What every part of the editor needs. Remarks and errors stand by field id. */
export type EditorTools = {
  step: (step: Step) => void;
  errors: ReadonlyMap<string, string>;
  remarks: ReadonlyMap<string, readonly Remark[]>;
  /** [D21] What a debate can do without is folded up. */
  isFolded: boolean;
  isMarkdown: boolean;
  /** In which language the debate is written, as far as that is known. */
  lang: string | undefined;
  dismiss: (key: number) => void;
  /** Tells a screen reader what has just happened. */
  say: (message: string) => void;
};

export const EditorContext = createContext<EditorTools | null>(null);

export function useEditor(): EditorTools {
  const tools = useContext(EditorContext);
  if (!tools) throw new Error("This part belongs inside a DebateEditor.");
  return tools;
}
