declare module "oidc-provider" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  type Handle = (request: IncomingMessage, response: ServerResponse) => void;
  type Interaction = { prompt: { name: string } };
  /** As much of it as the tests use. */
  class Provider {
    constructor(issuer: string, configuration: object);
    callback(): Handle;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
    Grant: new (of: {
      accountId: string;
      clientId: string;
    }) => { addOIDCScope(scope: string): void; save(): Promise<string> };
  }
  export = Provider;
}
