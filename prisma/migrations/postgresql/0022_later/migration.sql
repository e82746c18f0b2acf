-- AlterTable
ALTER TABLE "session" DROP CONSTRAINT "session_phase_check";
ALTER TABLE "session" ADD CONSTRAINT "session_phase_check" CHECK ("phase" = 'lobby' OR "phase" = 'before' OR "phase" = 'reading' OR "phase" = 'reading-vote' OR "phase" = 'rebuttal' OR "phase" = 'pairs' OR "phase" = 'after' OR "phase" = 'steelman' OR "phase" = 'results' OR "phase" = 'closed' OR "phase" = 'later' OR "phase" = 'later-closed');
ALTER TABLE "session" ADD COLUMN     "opensAt" BIGINT,
ADD COLUMN     "schedule" TEXT;
ALTER TABLE "ballot" DROP CONSTRAINT "ballot_round_check";
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_round_check" CHECK ("round" IN ('before','reading','after','later'));
