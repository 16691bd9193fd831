const { AsyncLocalStorage } = require('node:async_hooks')

/**
 * Jest runs each test file with a jest-circus of its own, which makes an AsyncLocalStorage and never disables it. Node goes
 * through all that were ever used in a process for each promise, so that a worker's last file of hundreds ran twenty times
 * slower than its first. What was used since the last call of the function that this gives is disabled by it; a storage
 * that is used again is there again.
 */
function watchStorages(Storage) {
  const used = new Set()
  for (const way of ['run', 'enterWith']) {
    const original = Storage.prototype[way]
    Storage.prototype[way] = function (...args) {
      used.add(this)
      return original.apply(this, args)
    }
  }
  return function endStorages() {
    for (const storage of used) storage.disable()
    used.clear()
  }
}

// Once a process: jest loads this beside its environments, which it keeps from file to file.
exports.endStorages = watchStorages(AsyncLocalStorage)
exports.watchStorages = watchStorages
