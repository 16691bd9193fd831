// Loaded into a replica before the service: the pace of batches is as good as none. What the engine can do by itself does
// not show where the quota holds it back, and the shipped service takes no pace above that.
const Module = require('node:module')

const load = Module._load
Module._load = function (...given) {
  const loaded = load.apply(this, given)
  if (loaded && loaded.DEFAULT_SETTINGS && loaded.MOST_BATCH_PACE)
    loaded.DEFAULT_SETTINGS.batchPace = 1_000_000
  return loaded
}
