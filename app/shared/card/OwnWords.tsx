import { Written } from "#app/shared/text/Written.tsx";
/** What the student wrote, as they wrote it. */
export function OwnWords({ children }: { children: string }) {
  return (
    <Written
      as="p"
      className="font-serif whitespace-pre-line wrap-anywhere [unicode-bidi:plaintext] [orphans:3] [widows:3]"
    >
      {children}
    </Written>
  );
}
