// The door for tests that span packages: databases to run the services on, and the tables behind the services' backs.
export {
  type DatabaseKind,
  describeEachDatabase,
  sqlite,
  type TestDatabase,
} from './database/describe-each-database.fixture.ts';
export { openTables, type Tables } from './database/open-tables.fixture.ts';
