/** Starts the upstream: nginx where it is installed, else a small Node server. */
import { access, constants } from 'node:fs/promises';
import { startNginxUpstream } from './nginx-upstream.ts';
import { startNodeUpstream } from './node-upstream.ts';
import { createPostsData, toRoutes } from './posts-data.ts';
import type { Upstream, UpstreamOptions } from './upstream.ts';

const places = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx', '/opt/homebrew/bin/nginx'];

/** The nginx of this machine, if there is one. */
export async function findNginx(): Promise<string | undefined> {
  for (const place of places) {
    if (
      await access(place, constants.X_OK).then(
        () => true,
        () => false,
      )
    )
      return place;
  }
  return undefined;
}

/** Starts the upstream with 100 posts and repeating bytes by default; the caller closes it. */
export async function startUpstream(options: UpstreamOptions): Promise<Upstream> {
  const { postCount = 100, bytes = 'repeat', nginx, core } = options;
  const data = createPostsData(postCount);
  const start = { data, routes: toRoutes(data), bytes, core };
  return nginx === undefined ? startNodeUpstream(start) : startNginxUpstream({ ...start, nginx });
}
