import { PaperPage, type PaperPageProps, paperMetadata } from "#app/results/paper/paper-page.tsx";

export const generateMetadata = (props: PaperPageProps) => paperMetadata("report", props);

export default function ReportPage(props: PaperPageProps) {
  return <PaperPage paper="report" {...props} />;
}
