import "#app/instructor/zod-jitless.ts";
import type { z } from "zod";
import type { Fault, Faults } from "#app/instructor/editor/check.ts";
import { Kit, LESSON_MINUTES } from "#debate/content/kit.ts";
import type { LessonMinutes } from "#debate/content/lesson-plan.ts";
import { LESSON_PHASES, type Phase } from "#debate/rules/phase-order.ts";
import { halfWidth } from "#debate/rules/text.ts";

export type StepRow = { key: string; minutes: string; phase: Phase | ""; what: string };
export type TermRow = { key: string; term: string; meaning: string };
/** `options`: one on each line; `answer`: which of these is right. */
export type QuestionRow = { key: string; question: string; options: string; answer: number; why: string };

/** A kit as it stands in fields: all text, possibly wrong. Lists of sentences are one on each line. */
export type KitForm = {
  objectives: string;
  plans: Record<LessonMinutes, StepRow[]>;
  glossary: TermRow[];
  questions: QuestionRow[];
  exitTicket: string;
  notes: Partial<Record<Phase, string>>;
  licence: string;
};

let keys = 0;
export function newKey(): string {
  keys += 1;
  return `r${keys}-${Date.now().toString(36)}`;
}

export const blankStep = (): StepRow => ({ key: newKey(), minutes: "", phase: "", what: "" });
export const blankTerm = (): TermRow => ({ key: newKey(), term: "", meaning: "" });
export const blankQuestion = (): QuestionRow => ({
  key: newKey(),
  question: "",
  options: "",
  answer: 0,
  why: "",
});

export function kitFormOf(kit: Kit = {}): KitForm {
  const stepsOf = (minutes: LessonMinutes) =>
    (kit.plans?.find((plan) => plan.minutes === minutes)?.steps ?? []).map((step) => ({
      key: newKey(),
      minutes: `${step.minutes}`,
      phase: step.phase ?? ("" as const),
      what: step.what,
    }));
  return {
    objectives: (kit.objectives ?? []).join("\n"),
    plans: { 20: stepsOf(20), 45: stepsOf(45), 90: stepsOf(90) },
    glossary: (kit.glossary ?? []).map((term) => ({ key: newKey(), ...term })),
    questions: (kit.questions ?? []).map(({ question, options, answer, why }) => ({
      ...{ key: newKey(), question, options: options.join("\n"), answer, why: why ?? "" },
    })),
    exitTicket: (kit.exitTicket ?? []).join("\n"),
    notes: kit.notes ?? {},
    licence: kit.licence ?? "",
  };
}

export const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

const isBlank = (...texts: string[]) => texts.every((text) => text.trim() === "");

/** Rows in which something stands. */
function keptRows({ plans, glossary, questions }: KitForm) {
  const filledRows = (rows: StepRow[]) => rows.filter(({ minutes, what }) => !isBlank(minutes, what));
  return {
    plans: LESSON_MINUTES.map((minutes) => ({ minutes, rows: filledRows(plans[minutes]) })).filter(
      ({ rows }) => rows.length > 0,
    ),
    glossary: glossary.filter(({ term, meaning }) => !isBlank(term, meaning)),
    questions: questions.filter(({ question, options, why }) => !isBlank(question, options, why)),
  };
}

const orNone = <T>(list: T[]) => (list.length === 0 ? undefined : list);

/** The form's content without empty fields. */
function writtenIn(form: KitForm) {
  const rows = keptRows(form);
  const notes = Object.fromEntries(
    LESSON_PHASES.flatMap((phase) => {
      const note = form.notes[phase]?.trim();
      return note ? [[phase, note]] : [];
    }),
  );
  const written = {
    objectives: orNone(linesOf(form.objectives)),
    plans: orNone(
      rows.plans.map(({ minutes, rows: steps }) => ({
        minutes,
        steps: steps.map((step) => ({
          minutes: wholeIn(step.minutes),
          ...(step.phase !== "" && { phase: step.phase }),
          what: step.what,
        })),
      })),
    ),
    glossary: orNone(rows.glossary.map(({ term, meaning }) => ({ term, meaning }))),
    questions: orNone(
      rows.questions.map(({ question, options, answer, why }) => ({
        ...{ question, options: linesOf(options), answer },
        ...(why.trim() !== "" && { why }),
      })),
    ),
    exitTicket: orNone(linesOf(form.exitTicket)),
    notes: Object.keys(notes).length > 0 ? notes : undefined,
    licence: form.licence.trim() || undefined,
  };
  return Object.fromEntries(Object.entries(written).filter(([, part]) => part !== undefined));
}

function wholeIn(typed: string): number | string {
  const text = halfWidth(typed).trim();
  return /^\d{1,3}$/u.test(text) ? Number(text) : text;
}

/** The kit, null where something is wrong, and by field what that is. */
export function checkKit(form: KitForm): { kit: Kit | null; faults: Faults } {
  const written = writtenIn(form);
  const parsed = Kit.safeParse(written);
  if (parsed.success) return { kit: parsed.data, faults: new Map() };
  const faults = new Map<string, Fault>();
  for (const issue of parsed.error.issues) {
    const field = fieldAt(form, issue.path);
    if (!faults.has(field)) faults.set(field, faultOf(issue, written));
  }
  return { kit: null, faults };
}

/** The id of the field that a place in the kit comes from. */
function fieldAt(form: KitForm, [part, index, field, at, inStep]: readonly PropertyKey[]): string {
  const rows = keptRows(form);
  if (part === "plans") {
    const row = rows.plans[Number(index)]?.rows[Number(at)];
    return row ? `${row.key}.${inStep === "minutes" ? "minutes" : "what"}` : "plans";
  }
  if (part === "glossary") {
    const row = rows.glossary[Number(index)];
    return row ? `${row.key}.${field === "meaning" ? "meaning" : "term"}` : "glossary";
  }
  if (part === "questions") {
    const row = rows.questions[Number(index)];
    if (!row) return "questions";
    return `${row.key}.${field === "question" || field === "why" ? field : "options"}`;
  }
  return part === "notes" ? `notes.${String(index)}` : String(part);
}

function faultOf(issue: z.core.$ZodIssue, written: unknown): Fault {
  const last = issue.path.at(-1);
  if (last === "minutes") return { code: "not-a-number" };
  if (issue.code === "too_big") {
    const limit = Number(issue.maximum);
    const value = issue.path.reduce<unknown>(
      (part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key],
      written,
    );
    if (typeof value === "string") return { code: "too-long", over: [...value.trim()].length - limit, limit };
    return { code: "too-many", limit };
  }
  if (issue.code === "too_small" || issue.code === "custom") return { code: "required" };
  return { code: "strange-character" };
}
