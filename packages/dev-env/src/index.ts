/** The door: the whole constellation, or its identity provider alone, for development and tests. */

export { ConfigError, type Database, type Listener, type LogLevel, type Ports } from './config.ts';
export { type Constellation, type ConstellationOptions, startConstellation } from './constellation.ts';
export {
  type IdentityProvider,
  type IdentityProviderOptions,
  startIdentityProvider,
} from './identity-provider.ts';
export { PortTakenError } from './port-taken.ts';
export { type ClientCredentials, standardClients, standardResources } from './standard-access.ts';
