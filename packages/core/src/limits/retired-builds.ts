/** Fastify plugin: builds of an app that are no longer answered, and what a person using one reads. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { FacetError } from '../errors/facet-error.ts';

/** A build names itself by `apollographql-client-name` (the platform) and `apollographql-client-version`. */
export interface RetiredBuild {
  readonly platform: string;
  readonly version: string;
  /** By language (BCP 47), the first being the default; a plain request to update otherwise. */
  readonly messages?: Readonly<Record<string, string>>;
}

export interface RetiredBuildsOptions {
  readonly builds: readonly RetiredBuild[];
  /** Creates a chooser of the best of some languages for an `Accept-Language`. */
  readonly createToLocale: (languages: readonly string[]) => (acceptLanguage: string | undefined) => string;
}

const plainMessages = {
  en: 'This version of the app is no longer supported. Please update the app to go on.',
  de: 'Diese Version der App wird nicht mehr unterstützt. Bitte aktualisieren Sie die App, um fortzufahren.',
  fr: "Cette version de l'application n'est plus prise en charge. Veuillez la mettre à jour pour continuer.",
  es: 'Esta versión de la aplicación ya no es compatible. Actualícela para continuar.',
};

/** Refuses them with CLIENT_BUILD_RETIRED, in the caller's language; costs nothing where no build is retired. */
export function addRetiredBuilds(app: FastifyInstance, { builds, createToLocale }: RetiredBuildsOptions): void {
  if (builds.length === 0) return;
  const retired = new Map(
    builds.map(({ platform, version, messages = plainMessages }) => {
      const choose = createToLocale(Object.keys(messages));
      return [toKey(platform, version), { messages, choose }];
    }),
  );

  app.addHook('onRequest', (request, reply, done) => {
    const build = retired.get(keyOf(request));
    if (build === undefined) return done();
    const language = build.choose(request.headers['accept-language']);
    reply.header('content-language', language);
    done(new FacetError('CLIENT_BUILD_RETIRED', { message: build.messages[language as keyof typeof build.messages] }));
  });
}

function keyOf({ headers }: FastifyRequest): string {
  return toKey(headers['apollographql-client-name'], headers['apollographql-client-version']);
}

/** No header has a line break. */
function toKey(platform: unknown, version: unknown): string {
  return `${platform}\n${version}`;
}
