/** The one shape of everything that wraps a call: outbound layers compose like an onion, first is outermost. */

/** Handles a request or hands it on. */
export type Handler<Request, Response> = (request: Request) => Promise<Response>;

/** Wraps the next handler in one concern. */
export type Layer<Request, Response> = (next: Handler<Request, Response>) => Handler<Request, Response>;

/** Composes layers around a handler; the first layer meets the request first. */
export function compose<Request, Response>(
  layers: readonly Layer<Request, Response>[],
  last: Handler<Request, Response>,
): Handler<Request, Response> {
  return layers.reduceRight((next, layer) => layer(next), last);
}
