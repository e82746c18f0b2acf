-- AlterTable
ALTER TABLE "exit_ticket" ADD COLUMN "readDoubt" TEXT;
ALTER TABLE "exit_ticket" ADD COLUMN "readMoved" TEXT;
ALTER TABLE "exit_ticket" ADD COLUMN "readReading" TEXT;
