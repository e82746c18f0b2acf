/**
 * [W2] Typed text as it is kept: tabs and new lines stay, other control characters and halves of characters become
 * spaces. They come with text that is pasted from elsewhere, show nothing, and not every database takes them.
 */
export function cleanText(typed: string): string {
  return typed.replace(/(?![\t\n])[\p{Cc}\p{Cs}]/gu, " ");
}

/** How many characters people see: an owl is one, although it takes two units of UTF-16. */
export function countCharacters(text: string): number {
  return [...text].length;
}

/** Whether anything of a text can be seen: joiners, fillers and blanks alone cannot. */
export function showsSomething(text: string): boolean {
  return /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
}
