"use client";
import { Kept } from "#app/shared/kept.ts";

type Report = (ids: string[]) => Promise<boolean>;

const BATCH = 100;
const GATHER = 2_000;

/**
 * Tells the server which rebuttals came into view here, each once: the ranking asks what share of
 * those who were shown a rebuttal found it persuasive.
 */
export class Seen {
  #reported: Kept<readonly string[]>;
  #news = new Set<string>();
  #report: Report;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #isOpen = false;

  constructor(place: string, report: Report) {
    this.#report = report;
    this.#reported = new Kept<readonly string[]>(place, [], (stored) =>
      Array.isArray(stored) ? stored : null,
    );
  }

  note(id: string): void {
    if (this.#news.has(id) || this.#reported.value().includes(id)) return;
    this.#news.add(id);
    this.#look();
  }

  open(): void {
    this.#isOpen = true;
    this.#look();
  }

  shut(): void {
    this.#isOpen = false;
  }

  #look(): void {
    if (!this.#isOpen || this.#soon !== undefined || this.#news.size === 0) return;
    this.#soon = setTimeout(() => void this.#tell(), GATHER);
  }

  async #tell(): Promise<void> {
    const ids = [...this.#news].slice(0, BATCH);
    const reported = this.#isOpen && (await this.#report(ids));
    this.#soon = undefined;
    if (reported) {
      for (const id of ids) this.#news.delete(id);
      this.#reported.change((before) => [...before, ...ids]);
    }
    this.#look();
  }
}
