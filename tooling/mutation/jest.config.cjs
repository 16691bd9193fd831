// The service's own tests, as jest.config.js has them, for Stryker: it takes one project, not several.
const { join } = require('node:path')
const { projects } = require('../../jest.config.js')

const { displayName, ...service } = projects.find((project) => project.displayName === 'service')

module.exports = {
  ...service,
  rootDir: join(__dirname, '..', '..'),
  // Watched code is slow. A mutant that never ends is stopped by Stryker.
  testTimeout: 120_000,
}
