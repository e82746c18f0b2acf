/** [F2] Between two announcements that no one asked for, in milliseconds. */
export const APART = 5_000;
/** What happens at once is one sentence; a screen reader would also drop what comes just before the focus moves. In milliseconds. */
const TOGETHER = 100;

/**
 * What a page says to screen readers, in one place. [F2] Answers to one's own action come at once; news, at most every five
 * seconds: by then only the newest of each topic is said.
 */
export class Announcements {
  #answers: string[] = [];
  #news = new Map<string, string>();
  #freeAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #clearing: ReturnType<typeof setTimeout> | undefined;
  #said = { words: "", count: 0 };
  #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly said = () => this.#said;

  answer(words: string): void {
    this.#answers.push(words);
    this.#plan();
  }

  /** Null takes back what has not been said yet. */
  tell(topic: string, words: string | null): void {
    this.#news.delete(topic);
    if (words) this.#news.set(topic, words);
    this.#plan();
  }

  #plan(): void {
    clearTimeout(this.#timer);
    const now = Date.now();
    if (this.#answers.length > 0) this.#timer = setTimeout(this.#say, TOGETHER);
    else if (this.#news.size > 0) this.#timer = setTimeout(this.#say, Math.max(TOGETHER, this.#freeAt - now));
  }

  #say = (): void => {
    const now = Date.now();
    const words = [...this.#answers];
    this.#answers = [];
    if (now >= this.#freeAt) {
      words.push(...this.#news.values());
      this.#news.clear();
    }
    this.#freeAt = now + APART;
    this.#show(words.join(" "));
    // What was said is not read again later, when it may no longer be so.
    clearTimeout(this.#clearing);
    this.#clearing = setTimeout(() => this.#show(""), APART);
    this.#plan();
  };

  #show(words: string): void {
    this.#said = { words, count: this.#said.count + 1 };
    for (const listener of this.#listeners) listener();
  }
}
