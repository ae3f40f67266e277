/** What the upstream serves: posts and their authors, the same on every run, in the sizes of the public comparison. */

export interface Post {
  readonly id: number;
  readonly userId: number;
  readonly title: string;
  readonly body: string;
}

export interface User {
  readonly id: number;
  readonly name: string;
  readonly username: string;
  readonly email: string;
  readonly phone: string;
  readonly website: string;
  readonly address: object;
  readonly company: object;
}

export interface PostsData {
  readonly posts: readonly Post[];
  readonly users: readonly User[];
}

const words = 'sed ut omnis iste natus error sit voluptatem quia dolores eos qui ratione sequi nesciunt'.split(' ');
const sentence = (start: number, count: number) =>
  Array.from({ length: count }, (_, index) => words[(start * 7 + index * 5 + start * index) % words.length]).join(' ');

/** Posts of `userCount` authors in turn: about 270 bytes a post and 500 bytes a user. */
export function createPostsData(postCount: number, userCount = 10): PostsData {
  const toPost = (_: unknown, index: number): Post => ({
    userId: 1 + (index % userCount),
    id: index + 1,
    title: sentence(index, 7),
    body: sentence(index + 3, 27),
  });
  const toUser = (_: unknown, index: number): User => ({
    id: index + 1,
    name: `Ada Byron ${index + 1}`,
    username: `ada${index + 1}`,
    email: `ada${index + 1}@example.org`,
    address: {
      street: sentence(index, 2),
      suite: `Apt. ${100 + index}`,
      city: 'Southfield',
      zipcode: '92998-3874',
      geo: { lat: '-37.3159', lng: '81.1496' },
    },
    phone: `1-770-736-80${index}`,
    website: `ada${index + 1}.example.org`,
    company: { name: sentence(index, 2), catchPhrase: sentence(index + 1, 5), bs: sentence(index + 2, 4) },
  });
  return {
    posts: Array.from({ length: postCount }, toPost),
    users: Array.from({ length: Math.min(userCount, postCount) }, toUser),
  };
}

/** Where the varying part of an answer goes; 32 characters, as long as nginx's request id. */
export const stamp = '00000000000000000000000000000000';

/** The routes of the upstream and their bodies; each body has one `stamp`, in a property that nobody asks for. */
export function toRoutes({ posts, users }: PostsData): ReadonlyMap<string, string> {
  const stamped = (items: readonly object[]) =>
    JSON.stringify(items.map((item, index) => (index === 0 ? { ...item, stamp } : item)));
  return new Map([
    ['/posts', stamped(posts)],
    ['/users', stamped(users)],
    ...users.map((user) => [`/users/${user.id}`, JSON.stringify({ ...user, stamp })] as const),
  ]);
}
