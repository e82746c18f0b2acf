import { useFormatter } from "next-intl";

/** [D5] As exact as the source: a year, a month or a day. */
export function PublicationDate({ date }: { date: string }) {
  const format = useFormatter();
  const [year = "", month, day] = date.split("-");
  const at = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  const words = format.dateTime(at, {
    timeZone: "UTC",
    year: "numeric",
    ...(month && { month: "long" }),
    ...(day && { day: "numeric" }),
  });
  return <time dateTime={date}>{words}</time>;
}
