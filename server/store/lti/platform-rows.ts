import type { Database } from "#server/store/database.ts";

/** [Q40] A learning platform that this server is registered at. `sites`: its origins, which may show students' pages in a frame. */
export type Platform = {
  id: string;
  issuer: string;
  clientId: string;
  authorizationEndpoint: string;
  tokenEndpoint: string;
  jwksUri: string;
  sites: string[];
  deploymentIds: string[];
};
export type NewPlatform = Platform & { at: number };

type Row = Omit<Platform, "sites" | "deploymentIds"> & {
  sites: string;
  deployments: { deploymentId: string }[];
};
const DEPLOYMENTS = { deployments: { select: { deploymentId: true } } };

/** [Q40] The platforms of this server. */
export function platformStore({ reader, write }: Pick<Database, "reader" | "write">) {
  return {
    async all(): Promise<Platform[]> {
      const orderBy = [{ createdAt: "asc" as const }, { id: "asc" as const }];
      return (await reader.ltiPlatform.findMany({ orderBy, include: DEPLOYMENTS })).map(toPlatform);
    },

    async byId(id: string): Promise<Platform | null> {
      const row = await reader.ltiPlatform.findUnique({ where: { id }, include: DEPLOYMENTS });
      return row && toPlatform(row);
    },

    /** An issuer may have registered several times. */
    async ofIssuer(issuer: string): Promise<Platform[]> {
      return (await reader.ltiPlatform.findMany({ where: { issuer }, include: DEPLOYMENTS })).map(toPlatform);
    },

    /** The one that has the issuer and client already gets the new addresses, and the deployments beside its own. */
    keep({ at, id, issuer, clientId, sites, deploymentIds, ...endpoints }: NewPlatform): Promise<Platform> {
      return write(async (transaction) => {
        const data = { ...endpoints, sites: JSON.stringify(sites) };
        const { id: platformId } = await transaction.ltiPlatform.upsert({
          where: { issuer_clientId: { issuer, clientId } },
          create: { id, issuer, clientId, ...data, createdAt: BigInt(at) },
          update: data,
        });
        for (const deploymentId of deploymentIds)
          await transaction.ltiDeployment.upsert({
            where: { platformId_deploymentId: { platformId, deploymentId } },
            create: { platformId, deploymentId },
            update: {},
          });
        const kept = await transaction.ltiPlatform.findUniqueOrThrow({
          where: { id: platformId },
          include: DEPLOYMENTS,
        });
        return toPlatform(kept);
      });
    },

    /** [Q48] Whether a deployment is one of the platform's: the first that comes, where none was named. */
    learn(platformId: string, deploymentId: string): Promise<boolean> {
      return write(async (transaction) => {
        const known = await transaction.ltiDeployment.findMany({ where: { platformId } });
        if (known.length > 0) return known.some((each) => each.deploymentId === deploymentId);
        if ((await transaction.ltiPlatform.count({ where: { id: platformId } })) === 0) return false;
        await transaction.ltiDeployment.create({ data: { platformId, deploymentId } });
        return true;
      }, platformId);
    },

    /** With its links, items, accounts and who has which seat. False if there is none. */
    remove(id: string): Promise<boolean> {
      return write(async (transaction) => {
        const { count } = await transaction.ltiPlatform.deleteMany({ where: { id } });
        return count > 0;
      });
    },
  };
}

function toPlatform({ deployments, sites, ...row }: Row): Platform {
  const { id, issuer, clientId, authorizationEndpoint, tokenEndpoint, jwksUri } = row;
  return {
    ...{ id, issuer, clientId, authorizationEndpoint, tokenEndpoint, jwksUri },
    sites: JSON.parse(sites),
    deploymentIds: deployments.map(({ deploymentId }) => deploymentId),
  };
}
