/** Files that one page was given and another one reads: they stay in this window's memory while the panel moves on. */
let waiting: File[] = []

export const handedFiles = {
  put(files: File[]) {
    waiting = files
  },

  /** Each once. */
  take(): File[] {
    const files = waiting

    waiting = []

    return files
  },
}
