-- AlterTable: the CHECKs are by hand.
ALTER TABLE "ballot" ADD COLUMN "understanding" INTEGER CHECK ("understanding" BETWEEN 1 AND 5);
ALTER TABLE "ballot" ADD COLUMN "respect" INTEGER CHECK ("respect" BETWEEN 1 AND 5);
