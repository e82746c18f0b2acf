import { Written } from "#app/shared/text/Written.tsx";

/** Text as it was written: a blank line parts paragraphs, nothing in it is markup. */
export function Prose({ children, className }: { children: string; className?: string }) {
  return (
    <Written as="div" of={children} className={className}>
      {children.split(/\n{2,}/).map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one fixed text
        <Written as="p" key={index} className="whitespace-pre-line text-pretty wrap-anywhere not-first:mt-4">
          {text}
        </Written>
      ))}
    </Written>
  );
}
