"use client";
import { StoredValue } from "#app/shared/storage/stored-value.ts";
import { changeable } from "#debate/rules/changeable.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

type Report = (ids: string[]) => Promise<boolean>;

/** An id has this many characters; what follows tells the words that were seen under it apart. */
const ID = 36;

const BATCH = 100;
const GATHER = 2_000;

/**
 * Tells the server which rebuttals came into view here, each once: the ranking asks what share of
 * those who were shown a rebuttal found it persuasive.
 */
export class Seen {
  #reported: StoredValue<readonly string[]>;
  #news = new Set<string>();
  #report: Report;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #isOpen = false;

  constructor(place: string, report: Report) {
    this.#report = report;
    this.#reported = new StoredValue<readonly string[]>(place, [], (stored) =>
      Array.isArray(stored) ? stored : null,
    );
  }

  readonly subscribe = (listener: () => void): (() => void) => this.#reported.subscribe(listener);
  /** What came into view and was reported, each with the words that were seen. */
  readonly reported = (): readonly string[] => this.#reported.value();
  readonly atFirst = (): readonly string[] => this.#reported.atFirst();

  /** [R21] `seen`: as `seenAs` says. Words that were changed count as not seen. */
  note(seen: string): void {
    if (this.#news.has(seen) || this.#reported.value().includes(seen)) return;
    this.#news.add(seen);
    this.#schedule();
  }

  open(): void {
    this.#isOpen = true;
    this.#schedule();
  }

  shut(): void {
    this.#isOpen = false;
  }

  #schedule(): void {
    if (!this.#isOpen || this.#soon !== undefined || this.#news.size === 0) return;
    this.#soon = setTimeout(() => void this.#send(), GATHER);
  }

  async #send(): Promise<void> {
    const all = [...this.#news].slice(0, BATCH);
    const ids = [...new Set(all.map((seen) => seen.slice(0, ID)))];
    const reported = this.#isOpen && (await this.#report(ids));
    this.#soon = undefined;
    if (reported) {
      for (const seen of all) this.#news.delete(seen);
      this.#reported.change((before) => [...before, ...all]);
    }
    this.#schedule();
  }
}

/** What stands for a rebuttal with its words: of an edited one also a sum of these. */
export function seenAs({
  id,
  edited,
  ...said
}: Pick<Rebuttal, "id" | "edited" | "body" | "source" | "quote">): string {
  if (!edited) return id;
  let sum = 0;
  for (const character of changeable(said)) sum = (Math.imul(sum, 31) + (character.codePointAt(0) ?? 0)) | 0;
  return `${id} ${sum.toString(36)}`;
}
