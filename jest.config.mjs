// One project a package, so a failure names its room; Node strips the types, nothing is transpiled.
const project = (name, root) => ({
  displayName: name,
  rootDir: root,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {},
  testMatch: ['<rootDir>/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/', '/.data/'],
  testEnvironmentOptions: { customExportConditions: ['facet-source', 'node', 'node-addons'] },
});

const packages = ['core', 'sources', 'web-bff', 'mobile-bff', 'domain-services', 'dev-env', 'codegen'];

export default {
  projects: [...packages.map((name) => project(name, `packages/${name}/src`)), project('test', 'test')],
  reporters: ['default', '<rootDir>/test/support/stuck-files.mjs', '<rootDir>/test/support/plain-summary.mjs'],
  coverageProvider: 'v8',
  collectCoverageFrom: ['packages/*/src/**/*.ts', '!**/generated/**', '!**/*.test.ts'],
  // Most tests wait for processes they started, so no core is spared for Jest itself.
  maxWorkers: '100%',
  testTimeout: 20_000,
};
