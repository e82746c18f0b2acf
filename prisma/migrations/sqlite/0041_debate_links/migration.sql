-- AlterTable
ALTER TABLE "debate" ADD COLUMN     "linkWord" TEXT;
ALTER TABLE "debate" ADD COLUMN     "linkOf" TEXT CHECK ("linkOf" IN ('debate', 'series'));

-- CreateIndex
CREATE UNIQUE INDEX "debate_linkWord_key" ON "debate"("linkWord");
