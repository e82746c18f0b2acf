-- AlterTable
ALTER TABLE "rebuttal" DROP COLUMN "kind";

-- AlterTable
ALTER TABLE "participant" DROP COLUMN "starters";
