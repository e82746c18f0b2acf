/** Where there is no table: why, and what comes. */
export function Said({ title, body }: { title: string; body: string }) {
  return (
    <div role="status" className="grid gap-1">
      <p className="font-serif text-2xl text-balance">{title}</p>
      <p className="text-ink-soft text-pretty">{body}</p>
    </div>
  );
}
