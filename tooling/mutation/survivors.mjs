// Which changes of the code went unnoticed by every test, and which of those are accepted with a reason.

/** Share of mutants that must fall, in percent; accepted survivors count as fallen. */
export const WANTED_SCORE = 90

const FALLEN = ['Killed', 'Timeout']
const LIVED = ['Survived', 'NoCoverage']

/**
 * The mutants of Stryker's report that lived, by what does not move with the next edit: file, mutator, the text
 * that was changed and what it was changed into. Equal ones of one file count together.
 */
export function survivorsOf(report) {
  return Object.entries(report.files).flatMap(([file, { source, mutants }]) =>
    mutants
      .filter(({ status }) => LIVED.includes(status))
      .map(({ mutatorName, location, replacement }) => ({
        file,
        mutator: mutatorName,
        was: textAt(source, location),
        becomes: replacement ?? '',
        line: location.start.line,
      }))
  )
}

/**
 * Compares what lived with the list of survivors that have a reason.
 * @returns `unexplained` survivors; `gone`, entries whose mutant fell or whose code went, of files that were run;
 * `nameless`, entries without a reason; and the score in percent
 */
export function judge(report, accepted) {
  const survivors = survivorsOf(report)
  const isAccepted = (one) => accepted.some((entry) => isSame(entry, one))
  const mutants = Object.values(report.files).flatMap((file) => file.mutants)
  const fallen = mutants.filter(({ status }) => FALLEN.includes(status)).length
  const explained = survivors.filter(isAccepted)
  const counted = fallen + survivors.length
  return {
    unexplained: survivors.filter((one) => !isAccepted(one)),
    gone: accepted.filter(
      (entry) => report.files[entry.file] && !survivors.some((one) => isSame(entry, one))
    ),
    nameless: accepted.filter(({ reason }) => typeof reason !== 'string' || reason.length < 10),
    score: counted === 0 ? 100 : ((fallen + explained.length) / counted) * 100,
  }
}

const isSame = (entry, one) =>
  entry.file === one.file &&
  entry.mutator === one.mutator &&
  entry.was === one.was &&
  entry.becomes === one.becomes

/** Lines and columns of the report count from 1, the end is exclusive. */
function textAt(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line)
  const last = lines.length - 1
  lines[last] = lines[last].slice(0, end.column - 1)
  lines[0] = lines[0].slice(start.column - 1)
  return lines.join('\n')
}
