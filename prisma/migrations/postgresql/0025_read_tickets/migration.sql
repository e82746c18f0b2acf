-- AlterTable
ALTER TABLE "exit_ticket" ADD COLUMN     "readDoubt" TEXT,
ADD COLUMN     "readMoved" TEXT,
ADD COLUMN     "readReading" TEXT;
