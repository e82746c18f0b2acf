-- AlterTable
ALTER TABLE "session" DROP CONSTRAINT "session_phase_check";
ALTER TABLE "session" ADD CONSTRAINT "session_phase_check" CHECK ("phase" = 'lobby' OR "phase" = 'before' OR "phase" = 'reading' OR "phase" = 'reading-vote' OR "phase" = 'rebuttal' OR "phase" = 'pairs' OR "phase" = 'after' OR "phase" = 'steelman' OR "phase" = 'results' OR "phase" = 'closed');

-- CreateTable
CREATE TABLE "steelman" (
    "id" TEXT NOT NULL,
    "participantId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "side" TEXT NOT NULL CHECK ("side" = 'for' OR "side" = 'against'),
    "body" TEXT NOT NULL,
    "status" TEXT NOT NULL CHECK ("status" = 'published' OR "status" = 'pending' OR "status" = 'hidden'),
    "at" BIGINT NOT NULL,
    "given" INTEGER NOT NULL DEFAULT 0,
    "rated" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "steelman_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "steelman_rating" (
    "steelmanId" TEXT NOT NULL,
    "participantId" TEXT NOT NULL,
    "fair" BOOLEAN,
    "why" TEXT,
    "whyHeld" BOOLEAN NOT NULL DEFAULT false,
    "at" BIGINT NOT NULL,

    CONSTRAINT "steelman_rating_pkey" PRIMARY KEY ("steelmanId","participantId")
);

-- CreateIndex
CREATE UNIQUE INDEX "steelman_participantId_key" ON "steelman"("participantId");

-- CreateIndex
CREATE INDEX "steelman_sessionId_side_given_idx" ON "steelman"("sessionId", "side", "given");

-- CreateIndex
CREATE INDEX "steelman_sessionId_at_id_idx" ON "steelman"("sessionId", "at", "id");

-- CreateIndex
CREATE INDEX "steelman_rating_participantId_idx" ON "steelman_rating"("participantId");

-- AddForeignKey
ALTER TABLE "steelman" ADD CONSTRAINT "steelman_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "steelman" ADD CONSTRAINT "steelman_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "steelman_rating" ADD CONSTRAINT "steelman_rating_steelmanId_fkey" FOREIGN KEY ("steelmanId") REFERENCES "steelman"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "steelman_rating" ADD CONSTRAINT "steelman_rating_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "pair_seat" (
    "participantId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "groupId" TEXT,
    "tableNumber" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "since" BIGINT NOT NULL,

    CONSTRAINT "pair_seat_pkey" PRIMARY KEY ("participantId")
);

-- CreateTable
CREATE TABLE "pair_line" (
    "id" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "participantId" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "status" TEXT NOT NULL CHECK ("status" = 'published' OR "status" = 'pending' OR "status" = 'hidden'),
    "at" BIGINT NOT NULL,

    CONSTRAINT "pair_line_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "pair_seat_sessionId_idx" ON "pair_seat"("sessionId");

-- CreateIndex
CREATE INDEX "pair_seat_groupId_idx" ON "pair_seat"("groupId");

-- CreateIndex
CREATE INDEX "pair_line_groupId_idx" ON "pair_line"("groupId");

-- CreateIndex
CREATE INDEX "pair_line_participantId_idx" ON "pair_line"("participantId");

-- CreateIndex
CREATE INDEX "pair_line_sessionId_at_idx" ON "pair_line"("sessionId", "at");

-- AddForeignKey
ALTER TABLE "pair_seat" ADD CONSTRAINT "pair_seat_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pair_seat" ADD CONSTRAINT "pair_seat_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pair_line" ADD CONSTRAINT "pair_line_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pair_line" ADD CONSTRAINT "pair_line_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;
