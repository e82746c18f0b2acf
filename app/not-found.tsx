import { NotFoundNote } from "#app/shared/layout/NotFoundNote.tsx";
import { PageShell } from "#app/shared/layout/PageShell.tsx";

export default function NotFound() {
  return (
    <PageShell width="measure">
      <NotFoundNote />
    </PageShell>
  );
}
