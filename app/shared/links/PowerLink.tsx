/** [M34] To the page that says how sure an experiment could be; in a new tab, since what is being filled in stays. */
export function PowerLink({ children }: { children: string }) {
  return (
    <a href="/power" target="_blank" className="font-semibold underline underline-offset-2" rel="noopener">
      {children}
    </a>
  );
}
