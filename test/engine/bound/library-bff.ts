/** The library behind a BFF: what a test executes in a request, and the REST calls it makes. */
import type { ResolverContext } from '@facet/core';
import type { RecordedCall } from '../../support/recording-service.ts';
import { startWorkBff } from '../../support/work-bff.ts';
import { startLibraryService } from './library-service.ts';

export interface LibraryBff {
  /** Runs work in a request of its own; resolves to its value and the REST calls made meanwhile. */
  inRequest<T>(work: (context: ResolverContext) => T | PromiseLike<T>): Promise<{ value: T; calls: RecordedCall[] }>;
  close(): Promise<void>;
}

export async function startLibraryBff(): Promise<LibraryBff> {
  const service = await startLibraryService();
  const bff = await startWorkBff({ services: { library: { origin: service.origin } } });
  return {
    async inRequest(work) {
      service.calls.length = 0;
      const value = await bff.inRequest(work);
      return { value, calls: [...service.calls] };
    },
    async close() {
      await bff.close();
      await service.close();
    },
  };
}
