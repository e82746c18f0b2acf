-- AlterTable
ALTER TABLE "ballot" ADD COLUMN     "control" TEXT CHECK ("control" IN ('for', 'against', 'undecided'));
