"use client";
import { useTourOpen } from "#app/host/help/tour-store.ts";
import { Later, later } from "#app/shared/loading/later.tsx";

const tour = later(() => import("#app/host/help/Tour.tsx").then(({ Tour }) => Tour));

export function TourWhenAsked() {
  return useTourOpen() && <Later part={tour} props={{}} />;
}
