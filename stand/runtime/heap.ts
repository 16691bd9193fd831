/** What VTEX IO gives a service that names no `memory`, MB (facts/platform.md §4). */
const USUAL_MEMORY = 128

/**
 * Node sizes its heap by the machine, and this one is many times a replica's container: garbage would lie there for long that
 * no container has the room for. Half of a container is for what lives, and a 512th for each half of the space for what is
 * new, as Node 20 takes it by itself where a cgroup allows 512 MiB [run].
 * @param memory service.json's, MB
 * @param newSpace half of the space for what is new, MB, where it shall not be a container's
 */
export function heapFlags(memory = USUAL_MEMORY, newSpace?: number): string[] {
  return [
    `--max-old-space-size=${Math.floor(memory / 2)}`,
    `--max-semi-space-size=${newSpace ?? Math.max(1, Math.floor(memory / 512))}`,
  ]
}
