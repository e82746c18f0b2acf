-- CreateTable
CREATE TABLE "experiment" (
    "sessionId" TEXT NOT NULL,
    "plan" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "plannedAt" BIGINT NOT NULL,

    CONSTRAINT "experiment_pkey" PRIMARY KEY ("sessionId")
);

-- CreateTable
CREATE TABLE "experiment_seat" (
    "participantId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "arm" TEXT NOT NULL CHECK ("arm" IN ('a', 'b')),
    "stratum" TEXT NOT NULL CHECK ("stratum" IN ('all', 'for', 'against', 'undecided', 'none')),
    "place" INTEGER NOT NULL,
    "drawnAt" BIGINT NOT NULL,
    "began" BOOLEAN NOT NULL DEFAULT false,
    "side" TEXT CHECK ("side" IN ('for', 'against')),
    "body" TEXT,

    CONSTRAINT "experiment_seat_pkey" PRIMARY KEY ("participantId")
);

-- CreateIndex
CREATE UNIQUE INDEX "experiment_seat_sessionId_stratum_place_key" ON "experiment_seat"("sessionId", "stratum", "place");

-- AddForeignKey
ALTER TABLE "experiment" ADD CONSTRAINT "experiment_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "experiment_seat" ADD CONSTRAINT "experiment_seat_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The phases of an experiment.
ALTER TABLE "session" DROP CONSTRAINT "session_phase_check";
ALTER TABLE "session" ADD CONSTRAINT "session_phase_check" CHECK ("phase" IN ('lobby', 'before', 'reading', 'reading-vote', 'rebuttal', 'pairs', 'switch-first', 'after', 'switch-later', 'steelman', 'results', 'closed', 'later', 'later-closed'));
