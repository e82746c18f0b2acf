"use client";

/** `elsewhere`: another tab changed it. */
type Listener = (elsewhere?: boolean) => void;

/**
 * One value in this phone's storage, the same in every tab. Where the browser refuses storage
 * (private windows, a full disk) it still works, until the page is closed.
 */
export class StoredValue<T> {
  #place: string;
  #empty: T;
  #understand: (stored: unknown) => T | null;
  #value: T;
  #fresh = false;
  /** The storage refused the value in memory, which is newer than the stored one. */
  #isAhead = false;
  #listeners = new Set<Listener>();

  /** `understand` answers null to what an earlier version of this page may have left behind. */
  constructor(place: string, empty: T, understand: (stored: unknown) => T | null) {
    this.#place = place;
    this.#empty = empty;
    this.#value = empty;
    this.#understand = understand;
  }

  readonly subscribe = (listener: Listener): (() => void) => {
    if (this.#listeners.size === 0) {
      window.addEventListener("storage", this.#elsewhere);
      // Another tab may have written while nothing listened here.
      this.#fresh = false;
    }
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) window.removeEventListener("storage", this.#elsewhere);
    };
  };

  readonly value = (): T => {
    if (!this.#fresh) this.#read();
    return this.#value;
  };

  /** What the server renders, and the browser until it has taken the page over. */
  readonly atFirst = (): T => this.#empty;

  /** Whether the storage refused the value, which is then lost with the page. */
  readonly isAhead = (): boolean => this.#isAhead;

  /** Reads afresh before it changes: another tab may have written since. */
  change(next: (now: T) => T): void {
    this.#read();
    this.#value = next(this.#value);
    try {
      window.localStorage.setItem(this.#place, JSON.stringify(this.#value));
      this.#isAhead = false;
    } catch {
      // Refused: the value lives as long as the page.
      this.#isAhead = true;
    }
    for (const listener of this.#listeners) listener();
  }

  #read(): void {
    this.#fresh = true;
    if (this.#isAhead) return;
    try {
      const text = window.localStorage.getItem(this.#place);
      this.#value = (text === null ? null : this.#understand(JSON.parse(text))) ?? this.#empty;
    } catch {
      // Unreadable or refused: keep the value in memory.
    }
  }

  #elsewhere = (event: StorageEvent): void => {
    if (event.key !== this.#place) return;
    if (event.newValue === null) {
      this.#value = this.#empty;
      this.#isAhead = false;
    }
    this.#fresh = false;
    for (const listener of this.#listeners) listener(true);
  };
}
