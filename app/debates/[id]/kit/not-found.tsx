import { DeletedPage } from "#app/instructor/frame/DeletedPage.tsx";
import { KitDesk } from "#app/instructor/kit/KitDesk.tsx";

export default function KitNotFound() {
  return <DeletedPage desk={(by) => <KitDesk by={by} current={null} lost="not-found" />} />;
}
