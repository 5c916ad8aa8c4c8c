import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type Activity,
} from "botbuilder";
import type { Credentials } from "../config.ts";

/** What the house asks of botbuilder: who is calling, and a token to call with. */
export interface Sdk {
  /** Resolves when the caller proved itself. Rejects otherwise, and also when Microsoft's keys cannot be fetched. */
  prove(authorization: string, activity: Readonly<Record<string, unknown>>): Promise<void>;
  /**
   * A bearer token for the connector, or for another service of Microsoft's ("https://graph.microsoft.com") that the application has
   * permissions in; cached until it runs out. Null where nobody is authenticated.
   */
  token(audience?: string): Promise<string | null>;
}

/** Where Microsoft's keys are and what its tokens say, by the SDK's own names. Nothing: the public cloud. */
export type Cloud = Readonly<Record<string, string>>;

const connector = "https://api.botframework.com";
const login = "https://login.microsoftonline.com";

/**
 * The SDK's authentication without its turn pipeline: the pipeline builds two clients a turn, and their retries lose
 * messages after answering 200.
 */
export const createSdk = (credentials: Credentials, cloud: Cloud = {}): Sdk => {
  const options = { ...optionsOf(credentials), ...cloud };
  const factory = new ConfigurationServiceClientCredentialFactory(options);
  const authentication = new ConfigurationBotFrameworkAuthentication(options);
  const secrets = new Map<string, Promise<unknown>>();
  return {
    prove: async (authorization, activity) => {
      // The activity was parsed at the door; the SDK has its own type for the same thing.
      await authentication.authenticateRequest(activity as unknown as Activity, authorization);
    },
    token: async (audience = connector) => {
      const secret =
        secrets.get(audience) ??
        factory.createCredentials(credentials.appId, audience, `${login}/${credentials.tenant}`, true);
      secrets.set(audience, secret);
      const found = await secret;
      if (!givesToken(found)) throw new Error("The credentials give no token: check MicrosoftAppType.");
      return found.getToken();
    },
  };
};

const optionsOf = ({ appId, password, type, tenant }: Credentials): Record<string, string> => ({
  MicrosoftAppId: appId,
  MicrosoftAppType: type,
  MicrosoftAppTenantId: tenant,
  ...(password === undefined ? {} : { MicrosoftAppPassword: password }),
});

const givesToken = (value: unknown): value is { getToken(): Promise<string> } =>
  typeof value === "object" && value !== null && "getToken" in value && typeof value.getToken === "function";
