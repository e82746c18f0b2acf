/** Text as it was written: a blank line parts paragraphs, nothing in it is markup. */
export function Prose({ children, className }: { children: string; className?: string }) {
  return (
    <div dir="auto" className={className}>
      {children.split(/\n{2,}/).map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one fixed text
        <p key={index} dir="auto" className="whitespace-pre-line text-pretty wrap-anywhere not-first:mt-4">
          {text}
        </p>
      ))}
    </div>
  );
}
