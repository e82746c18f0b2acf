"use client";
import { newId } from "#app/shared/new-id.ts";
import { StoredValue } from "#app/shared/storage/stored-value.ts";
import type { Starter } from "#debate/activities/index.ts";
import type { Side } from "#debate/rules/choices.ts";
import type { Quote } from "#debate/rules/rebuttals.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

/** A rebuttal being written. It keeps the id that it will be posted under, so that sending it twice is one rebuttal. */
export type Draft = {
  id: string;
  body: string;
  source: string;
  isOpen: boolean;
  side?: Side;
  quote?: Quote;
  replyTo?: string;
  /** [X12] The starter that it began with, and its words. */
  starter?: Starter;
  startedWith?: string;
  /** [X16] What the writer has ticked, for themselves. */
  checked?: string[];
  /** [R21] The words of the stored rebuttal of this id, which these are to replace. */
  edits?: Typed;
  /** A begun change of a rebuttal, which waits while this is written. */
  aside?: Draft;
};

type Typed = Pick<Draft, "body" | "source" | "quote">;
type Words = Pick<Rebuttal, "body" | "source" | "quote">;

/** The one draft of a seat, kept at every keystroke. */
export class DraftStore {
  #kept: StoredValue<Draft | null>;

  constructor(place: string) {
    this.#kept = new StoredValue<Draft | null>(place, null, readDraft);
  }

  readonly subscribe = (listener: () => void): (() => void) => this.#kept.subscribe(listener);
  readonly draft = (): Draft | null => this.#kept.value();
  readonly atFirst = (): Draft | null => null;
  readonly isAhead = (): boolean => this.#kept.isAhead();

  /** Changes the draft, or begins one. */
  write(change: Partial<Draft>): void {
    this.#kept.change((draft) => ({ ...(draft ?? emptyDraft()), ...change }));
  }

  /**
   * Opens the composer on a sentence, on a classmate's rebuttal or on nothing; words already written stay. A begun change of a
   * rebuttal answers something else, and waits until this is sent or given up.
   */
  begin(subject: { quote: Quote } | { replyTo: string } | null): void {
    this.#kept.change((draft) => {
      if (draft?.edits && subject) return { ...emptyDraft(), ...subject, aside: draft };
      if (draft?.edits) return { ...draft, isOpen: true };
      const { quote, replyTo, ...rest } = draft ?? emptyDraft();
      if (subject) return { ...rest, ...subject, isOpen: true };
      return { ...rest, ...(quote && { quote }), ...(replyTo !== undefined && { replyTo }), isOpen: true };
    });
  }

  /** [R21] Opens the composer on the words of a rebuttal of one's own. */
  edit({ id, side, replyTo, ...stored }: Edited, changed: Words = stored): void {
    const words = wordsOf(changed);
    this.#kept.change(() => ({
      ...{ id, side, isOpen: true, edits: wordsOf(stored) },
      ...words,
      ...(replyTo !== undefined && { replyTo }),
    }));
  }

  detach(): void {
    this.#kept.change((draft) => {
      if (!draft) return null;
      const { quote: _quote, replyTo, ...rest } = draft;
      // What an edited one answers stays.
      return draft.edits && replyTo !== undefined ? { ...rest, replyTo } : rest;
    });
  }

  close(): void {
    this.#kept.change((draft) =>
      draft && isWorthKeeping(draft) ? { ...draft, isOpen: false } : asideOf(draft),
    );
  }

  discard(): void {
    this.#kept.change(asideOf);
  }

  /** The same for the draft of this id, or for the change that waits behind it. */
  forget(id: string): void {
    this.#kept.change((draft) => {
      if (!draft || draft.id === id) return asideOf(draft);
      const { aside, ...rest } = draft;
      return aside && aside.id !== id ? draft : rest;
    });
  }
}

/** What the writer would miss of a draft; of a change only what was changed. */
export function ownWordsIn({ body, source, edits }: Draft): string[] {
  return [body !== edits?.body && body, source !== edits?.source && source].filter(
    (text) => text !== false && text.trim() !== "",
  ) as string[];
}

/** The draft to continue with once another one is sent or discarded. */
function asideOf(draft: Draft | null): Draft | null {
  return draft?.aside ? { ...draft.aside, isOpen: false } : null;
}

type Edited = Words & Pick<Rebuttal, "id" | "side" | "replyTo">;

function wordsOf({ body, source = "", quote }: Words): Typed {
  if (!quote) return { body, source };
  // [X3] The server finds the sentences again.
  const { sentences: _, ...quoted } = quote;
  return { body, source, quote: quoted };
}

function isChanged({ body, source, quote, edits }: Draft): boolean {
  return body !== edits?.body || source !== edits.source || quote?.exact !== edits.quote?.exact;
}

function isWorthKeeping(draft: Draft): boolean {
  if (draft.edits && !isChanged(draft)) return false;
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
