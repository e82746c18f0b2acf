import { DeletedPage } from "#app/instructor/frame/DeletedPage.tsx";
import { VersionsDesk } from "#app/instructor/versions/VersionsDesk.tsx";

export default function VersionsNotFound() {
  return <DeletedPage desk={(by) => <VersionsDesk by={by} current={null} lost="not-found" />} />;
}
