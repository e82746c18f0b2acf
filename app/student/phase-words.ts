/** A phase's name and whether it is a question, which takes no full stop after it. */
export const phaseWords = (name: string) => ({ phase: name, asks: String(/[?？]$/u.test(name)) });
