import { useEffect, useState } from 'react'
import { fileDesk } from '../desk/fileDesk'
import type { RowFilter, RowPage } from '../desk/messages'

const PER_PAGE = 50

/** Rows of the file in hand, a page at a time; read again with each version of it. */
export function useFileRows(version: number, firstFilter: RowFilter) {
  const [chosen, choose] = useState<RowFilter | null>(null)
  const [offset, move] = useState(0)
  const [page, setPage] = useState<RowPage | null>(null)
  const only = chosen || firstFilter

  useEffect(() => {
    let isNewest = true

    void fileDesk.rows(only, offset, PER_PAGE).then((read) => {
      if (!isNewest || !read) return
      // The last row of a page was mended: what stood before it is there.
      if (read.rows.length === 0 && offset > 0) move(Math.max(0, offset - PER_PAGE))
      else setPage(read)
    })

    return () => {
      isNewest = false
    }
  }, [version, only, offset])

  return {
    page,
    only,
    perPage: PER_PAGE,
    move,
    choose: (next: RowFilter) => {
      choose(next)
      move(0)
    },
  }
}
