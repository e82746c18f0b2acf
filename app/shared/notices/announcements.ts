/** [F2] Between two announcements that no one asked for, in milliseconds. */
export const APART = 5_000;
/** [F25] Between two summaries of what others did, in milliseconds. */
export const SUMMED_UP = 20_000;
/** What happens at once is one sentence; a screen reader would also drop what comes just before the focus moves. In milliseconds. */
const TOGETHER = 100;

/**
 * What a page says to screen readers, in one place. [F2] Answers to one's own action come at once; news, at most every five
 * seconds: by then only the newest of each topic is said; [F25] summaries, at most every twenty.
 */
export class Announcements {
  #answers: string[] = [];
  #news = new Map<string, string>();
  #summaries = new Map<string, { count: number; words: (count: number) => string }>();
  #freeAt = 0;
  #summaryAt = 0;
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

  /** [F25] Adds news of a topic to the next summary, which has only what came since the last one. */
  add(topic: string, by: number, words: (count: number) => string): void {
    const count = (this.#summaries.get(topic)?.count ?? 0) + by;
    this.#summaries.delete(topic);
    if (count > 0) this.#summaries.set(topic, { count, words });
    this.#plan();
  }

  #plan(): void {
    clearTimeout(this.#timer);
    const now = Date.now();
    const wait = (until: number) => {
      this.#timer = setTimeout(this.#say, Math.max(TOGETHER, until - now));
    };
    if (this.#answers.length > 0) wait(now);
    else if (this.#news.size > 0) wait(this.#freeAt);
    else if (this.#summaries.size > 0) wait(Math.max(this.#freeAt, this.#summaryAt));
  }

  #say = (): void => {
    const now = Date.now();
    const words = [...this.#answers];
    this.#answers = [];
    if (now >= this.#freeAt) {
      words.push(...this.#news.values());
      this.#news.clear();
    }
    if (now >= this.#freeAt && now >= this.#summaryAt && this.#summaries.size > 0) {
      words.push(...[...this.#summaries.values()].map((each) => each.words(each.count)));
      this.#summaries.clear();
      this.#summaryAt = now + SUMMED_UP;
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
