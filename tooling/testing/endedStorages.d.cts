/** Gives what ends every storage of that class (or of one made from it) that was used since its last call. */
export function watchStorages(Storage: { prototype: object }): () => void
