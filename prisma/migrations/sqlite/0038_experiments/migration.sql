-- CreateTable
CREATE TABLE "experiment" (
    "sessionId" TEXT NOT NULL PRIMARY KEY,
    "plan" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "plannedAt" BIGINT NOT NULL,
    CONSTRAINT "experiment_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "experiment_seat" (
    "participantId" TEXT NOT NULL PRIMARY KEY,
    "sessionId" TEXT NOT NULL,
    "arm" TEXT NOT NULL CHECK ("arm" IN ('a', 'b')),
    "stratum" TEXT NOT NULL CHECK ("stratum" IN ('all', 'for', 'against', 'undecided', 'none')),
    "place" INTEGER NOT NULL,
    "drawnAt" BIGINT NOT NULL,
    "began" BOOLEAN NOT NULL DEFAULT false,
    "side" TEXT CHECK ("side" IN ('for', 'against')),
    "body" TEXT,
    CONSTRAINT "experiment_seat_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "experiment_seat_sessionId_stratum_place_key" ON "experiment_seat"("sessionId", "stratum", "place");
