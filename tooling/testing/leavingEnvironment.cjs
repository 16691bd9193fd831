const vm = require('node:vm')
const { TestEnvironment } = require('jest-environment-node')
const { endStorages } = require('./endedStorages.cjs')
const { shareScripts } = require('./sharedScripts.cjs')

// Once a process, as what jest itself takes from there.
vm.compileFunction = shareScripts(vm, (filename) => !/\.test\.tsx?$/.test(filename))

// Jest's only word to a worker process that its work is done is to listen to it no longer; half a second later it ends it
// by force and speaks of a leak. Nothing is left open then, but Node takes a process with that many modules apart piece by
// piece, which on a busy machine takes longer. To leave at once leaves that out.
if (process.send) {
  process.on('removeListener', (event) => {
    if (event === 'message' && process.listenerCount('message') === 0) process.exit()
  })
}

module.exports = class LeavingEnvironment extends TestEnvironment {
  async teardown() {
    await super.teardown()
    endStorages()
  }
}
