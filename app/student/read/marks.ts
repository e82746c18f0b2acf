"use client";
import { StoredValue } from "#app/shared/storage/stored-value.ts";
import { isSamePlace, type SentencePlace } from "#debate/content/sentence-places.ts";
import { SIDES } from "#debate/rules/choices.ts";

/** [X11] A sentence that the student marked, with a note, which may be empty. */
export type Mark = SentencePlace & { note: string };

export const NOTE_LENGTH = 280;

/** [X11] A seat's marks and notes, on this phone alone. */
export class MarkStore {
  #kept: StoredValue<readonly Mark[]>;

  constructor(place: string) {
    this.#kept = new StoredValue<readonly Mark[]>(place, [], readMarks);
  }

  readonly subscribe = (listener: () => void): (() => void) => this.#kept.subscribe(listener);
  readonly marks = (): readonly Mark[] => this.#kept.value();
  readonly atFirst = (): readonly Mark[] => this.#kept.atFirst();

  /** Marks a sentence, with this note. */
  put(mark: Mark): void {
    this.#kept.change((marks) => [...marks.filter((each) => !isSamePlace(each, mark)), mark]);
  }

  /** Brings back a mark that was removed, unless something was noted there since. */
  restore(mark: Mark): void {
    if (!this.marks().some((each) => isSamePlace(each, mark) && each.note !== "")) this.put(mark);
  }

  remove(place: SentencePlace): void {
    this.#kept.change((marks) => marks.filter((each) => !isSamePlace(each, place)));
  }
}

function readMarks(stored: unknown): readonly Mark[] | null {
  if (!Array.isArray(stored)) return null;
  return stored.filter(
    (mark: Partial<Mark> | null): mark is Mark =>
      SIDES.some((side) => side === mark?.side) &&
      Number.isInteger(mark?.n) &&
      Number.isInteger(mark?.sentence) &&
      typeof mark?.note === "string",
  );
}
