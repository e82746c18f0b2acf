/** [W5] A name within a sentence, so that one in a script of the other direction leaves the words around it in their places. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
