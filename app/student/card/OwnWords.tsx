/** What the student wrote, as they wrote it. */
export function OwnWords({ children }: { children: string }) {
  return (
    <p
      dir="auto"
      className="font-serif whitespace-pre-line wrap-anywhere [unicode-bidi:plaintext] [orphans:3] [widows:3]"
    >
      {children}
    </p>
  );
}
