import { PaperPage, type PaperPageProps, paperMetadata } from "#app/results/paper/paper-page.tsx";

export const generateMetadata = (props: PaperPageProps) => paperMetadata("summary", props);

export default function SummaryPage(props: PaperPageProps) {
  return <PaperPage paper="summary" {...props} />;
}
