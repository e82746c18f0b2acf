import { DraftOfLost } from "#app/instructor/editor/versions/DraftOfLost.tsx";
import { DeletedPage } from "#app/instructor/frame/DeletedPage.tsx";

export default function EditNotFound() {
  return <DeletedPage desk={(by) => <DraftOfLost by={by} lost="not-found" />} />;
}
