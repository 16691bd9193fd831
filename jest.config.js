const swc = {
  '^.+\\.tsx?$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }],
}
const project = (displayName, roots, more = {}) => ({
  displayName,
  roots,
  testEnvironment: 'node',
  testMatch: ['**/*.test.ts'],
  transform: swc,
  ...more,
})

module.exports = {
  // A property that takes two seconds alone takes ten beside other work: a slow machine is no failure.
  testTimeout: 60_000,
  projects: [
    project('checks', ['<rootDir>/tooling']),
    project('service', ['<rootDir>/node']),
    project('stand', ['<rootDir>/stand'], {
      testPathIgnorePatterns: ['/stand/e2e/', '/stand/browser/'],
    }),
    project('e2e', ['<rootDir>/stand/e2e']),
    project('browser', ['<rootDir>/stand/browser']),
  ],
}
