const Sequencer = require('@jest/test-sequencer').default

/**
 * Begins with the files that take long although they are small: tables, each row of which is a
 * screen looked at. Jest, which goes by size until it has measured, would end with one of them, on one core.
 */
module.exports = class LongFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests)
    const isTable = ({ path }) => /[\\/]screens\.[^\\/]+$/.test(path)
    return [...sorted.filter(isTable), ...sorted.filter((test) => !isTable(test))]
  }
}
