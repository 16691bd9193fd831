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
      .map((mutant) => survivorOf(file, source, mutant))
  )
}

function survivorOf(file, source, { mutatorName, location, replacement }) {
  return {
    file,
    mutator: mutatorName,
    was: textAt(source, location),
    becomes: replacement ?? '',
    line: location.start.line,
  }
}

/** How many mutants were tried, fell, and lived with a reason; those that Stryker left out count nowhere. */
export function tallyOf(report, accepted) {
  const survivors = survivorsOf(report)
  const fell = Object.values(report.files)
    .flatMap((file) => file.mutants)
    .filter(({ status }) => FALLEN.includes(status)).length
  const named = survivors.filter((one) => accepted.some((entry) => isSame(entry, one))).length
  return { mutants: fell + survivors.length, fell, named }
}

/** In percent; a survivor with a reason counts as fallen. */
export const scoreOf = ({ mutants, fell, named }) =>
  mutants === 0 ? 100 : ((fell + named) / mutants) * 100

/**
 * Compares what lived with the list of survivors that have a reason.
 * @returns `unexplained` survivors; `gone`, entries whose mutant fell or whose code went, of files that were run;
 * `nameless`, entries without a reason; and the score in percent
 */
export function judge(report, accepted) {
  const survivors = survivorsOf(report)
  return {
    unexplained: survivors.filter((one) => !accepted.some((entry) => isSame(entry, one))),
    gone: accepted.filter(
      (entry) => report.files[entry.file] && !survivors.some((one) => isSame(entry, one))
    ),
    nameless: accepted.filter(({ reason }) => typeof reason !== 'string' || reason.length < 10),
    score: scoreOf(tallyOf(report, accepted)),
  }
}

const isSame = (entry, one) =>
  entry.file === one.file &&
  entry.mutator === one.mutator &&
  entry.was === one.was &&
  entry.becomes === one.becomes

/**
 * The report of earlier runs without what Stryker would not run again although it should: a static mutant that lived has
 * no covering tests by which a new one would be noticed, and one whose run broke off was never tried.
 */
export function withoutDoubtful(report, accepted) {
  const isDoubtful = (file, source, mutant) =>
    mutant.status === 'RuntimeError' ||
    (LIVED.includes(mutant.status) &&
      mutant.static === true &&
      !accepted.some((entry) => isSame(entry, survivorOf(file, source, mutant))))
  const files = Object.entries(report.files).map(([name, file]) => [
    name,
    { ...file, mutants: file.mutants.filter((one) => !isDoubtful(name, file.source, one)) },
  ])
  return { ...report, files: Object.fromEntries(files) }
}

/** Lines and columns of the report count from 1, the end is exclusive. */
function textAt(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line)
  const last = lines.length - 1
  lines[last] = lines[last].slice(0, end.column - 1)
  lines[0] = lines[0].slice(start.column - 1)
  return lines.join('\n')
}
