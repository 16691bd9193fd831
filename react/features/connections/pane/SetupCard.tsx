import React from 'react'
import { Card } from '../../../shared/components/Card'
import { formatList } from '../../../shared/format/list'
import { useLanguage, useWords } from '../../../shared/words/useWords'
import { CopyBox } from '../CopyBox'
import { useConnectionWords } from '../useConnectionWords'
import type { Connection } from './connectionModel'

/** What the carrier has to be given, where, and what cannot be had from it. */
export function SetupCard({ connection }: { connection: Connection }) {
  const words = useWords()
  const language = useLanguage()
  const { setupOf, limitsOf } = useConnectionWords()
  const setup = setupOf(connection)
  const limits = limitsOf(connection)
  const ways = connection.proofs.map(({ kind, header }) =>
    words(`connections.proof.${kind}`, { header })
  )

  return (
    <Card id="setup" title={words('connections.setup')}>
      <CopyBox label={words('connections.address')} text={connection.address} />
      <dl className="it-setup t-small">
        <dt>{words('connections.proof')}</dt>
        <dd>{formatList(ways, language, 'disjunction')}</dd>
        {setup && (
          <>
            <dt>{words('connections.where')}</dt>
            <dd>{setup}</dd>
          </>
        )}
        {limits && (
          <>
            <dt>{words('connections.limits')}</dt>
            <dd>{limits}</dd>
          </>
        )}
      </dl>
    </Card>
  )
}
