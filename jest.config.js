const swc = {
  '^.+\\.tsx?$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }],
}
const project = (displayName, roots, more = {}) => ({
  displayName,
  roots,
  testEnvironment: '<rootDir>/tooling/testing/leavingEnvironment.cjs',
  testMatch: ['**/*.test.ts'],
  transform: swc,
  ...more,
})

// Stands, Chromium and its windows stay in a worker from file to file.
const keeping = {
  testEnvironment: '<rootDir>/stand/testing/keepingEnvironment.ts',
  globalTeardown: '<rootDir>/stand/testing/endKept.ts',
}

// What reads or writes dates once more where the machine's own clock shows another day.
const serviceIn = (displayName, zone) =>
  project(displayName, ['<rootDir>/node/domain', '<rootDir>/node/oms'], {
    testEnvironment: '<rootDir>/tooling/testing/zoneEnvironment.cjs',
    testEnvironmentOptions: { zone },
  })

module.exports = {
  // What takes two seconds alone takes ten beside other work: a slow machine is no failure, only what hangs is.
  testTimeout: 300_000,
  testSequencer: '<rootDir>/tooling/testing/longFirst.cjs',
  projects: [
    project('checks', ['<rootDir>/tooling']),
    project('service', ['<rootDir>/node']),
    serviceIn('service far from UTC', 'Pacific/Chatham'),
    serviceIn('service west of UTC', 'America/Sao_Paulo'),
    project('stand', ['<rootDir>/stand'], {
      testPathIgnorePatterns: ['/stand/e2e/', '/stand/browser/'],
    }),
    project('e2e', ['<rootDir>/stand/e2e'], keeping),
    project('browser', ['<rootDir>/stand/browser'], keeping),
  ],
}
