// Whom a token must be for: each service has an audience of its own.

/** `urn:facet:{service}` for `carts` is `urn:facet:carts`; text without `{service}` is one audience for all services. */
export function toAudience(template: string, service: string): string {
  return template.replaceAll('{service}', service);
}
