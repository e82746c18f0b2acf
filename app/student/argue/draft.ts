"use client";
import { Kept } from "#app/shared/kept.ts";
import { newId } from "#app/shared/new-id.ts";
import type { Side } from "#debate/rules/choices.ts";
import type { Quote } from "#debate/rules/rebuttals.ts";
import type { Kind, Starter } from "#debate/rules/starters.ts";

/** A rebuttal being written. It keeps the id that it will be posted under, so that sending it twice is one rebuttal. */
export type Draft = {
  id: string;
  body: string;
  source: string;
  isOpen: boolean;
  side?: Side;
  quote?: Quote;
  replyTo?: string;
  /** [X14] */
  kind?: Kind;
  /** [X12] The starter that it began with, and its words. */
  starter?: Starter;
  startedWith?: string;
  /** [X16] What the writer has ticked, for themselves. */
  checked?: string[];
};

/** The one draft of a seat, kept at every keystroke. */
export class DraftStore {
  #kept: Kept<Draft | null>;

  constructor(place: string) {
    this.#kept = new Kept<Draft | null>(place, null, readDraft);
  }

  readonly subscribe = (listener: () => void): (() => void) => this.#kept.subscribe(listener);
  readonly draft = (): Draft | null => this.#kept.value();
  readonly atFirst = (): Draft | null => null;

  /** Changes the draft, or begins one. */
  write(change: Partial<Draft>): void {
    this.#kept.change((draft) => ({ ...(draft ?? emptyDraft()), ...change }));
  }

  /** Puts another draft in its place, as when something of it is taken away. */
  replace(draft: Draft): void {
    this.#kept.change(() => draft);
  }

  /** Opens the composer on a sentence, on a classmate's rebuttal or on nothing; words already written stay. */
  begin(subject: { quote: Quote } | { replyTo: string } | null): void {
    this.#kept.change((draft) => {
      const { quote, replyTo, ...rest } = draft ?? emptyDraft();
      if (subject) return { ...rest, ...subject, isOpen: true };
      return { ...rest, ...(quote && { quote }), ...(replyTo !== undefined && { replyTo }), isOpen: true };
    });
  }

  detach(): void {
    this.#kept.change((draft) => {
      if (!draft) return null;
      const { quote: _quote, replyTo: _replyTo, ...rest } = draft;
      return rest;
    });
  }

  close(): void {
    this.#kept.change((draft) => (draft && isWorthKeeping(draft) ? { ...draft, isOpen: false } : null));
  }

  discard(): void {
    this.#kept.change(() => null);
  }
}

function isWorthKeeping(draft: Draft): boolean {
  return draft.body.trim() !== "" || draft.source.trim() !== "";
}

function emptyDraft(): Draft {
  return { id: newId(), body: "", source: "", isOpen: true };
}

function readDraft(stored: unknown): Draft | null {
  const draft = stored as Partial<Draft> | null;
  if (typeof draft?.id !== "string" || typeof draft.body !== "string") return null;
  return { source: "", isOpen: false, ...draft } as Draft;
}
