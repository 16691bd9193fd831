// What `npm run mutate` changes, and how; see mutate.mjs.
export default {
  testRunner: 'service',
  plugins: ['./tooling/mutation/runner.mjs'],
  // Only the tests that walk through the changed place are run for it.
  coverageAnalysis: 'perTest',
  // Patterns, limits and tables are read once, when their file is loaded. They are rules too, and the runner loads all
  // tests again in a fifth of a second, so they are changed as well.
  ignoreStatic: false,
  mutate: [
    'node/domain/**/*.ts',
    'node/usecases/**/*.ts',
    'node/edge/stores/**/*.ts',
    '!**/*.test.ts',
    '!**/testing/**',
    '!**/fixtures/**',
  ],
  mutator: {
    // A text becomes ''. Nearly all of them are names of a union, which the types refuse in any other spelling; where one
    // is compared, the comparison itself is changed to true and to false. The others are words for people, and a test
    // that repeats words proves nothing.
    excludedMutations: ['StringLiteral'],
  },
  ignorePatterns: [
    '/react',
    '/stand',
    '/bench',
    '/docs',
    '/admin',
    '/messages',
    '/.stand',
    '/.artifacts',
    '/coverage',
  ],
  // What was run and has not changed since is not run again. A fresh clone starts without and runs everything once.
  incremental: true,
  incrementalFile: '.stand/mutation/incremental.json',
  tempDirName: '.stand/mutation/sandbox',
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: '.stand/mutation/report.json' },
  clearTextReporter: { logTests: false, reportTests: false, reportMutants: false },
  // Loops end by their count of passes; this is for promises that are never kept, on a machine with other work.
  timeoutMS: 10_000,
  dryRunTimeoutMinutes: 15,
  // The runner loads again in no time what Stryker takes for slow.
  warnings: { slow: false },
  // mutate.mjs judges, by the list of survivors.
  thresholds: { high: 95, low: 90, break: null },
}
