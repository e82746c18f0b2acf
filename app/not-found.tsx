import { NotFoundNote } from "#app/shared/NotFoundNote.tsx";
import { PageShell } from "#app/shared/PageShell.tsx";

export default function NotFound() {
  return (
    <PageShell width="measure">
      <NotFoundNote />
    </PageShell>
  );
}
