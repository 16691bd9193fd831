import React, { useState } from 'react'
import { useRuntime } from 'vtex.render-runtime'
import { Card } from '../../../shared/components/Card'
import { useWords } from '../../../shared/words/useWords'
import { CopyBox } from '../CopyBox'
import { erpAddress, erpExample } from './erpExample'

/** For an ERP that calls VTEX already: another address, and a call to try it with. */
export function ErpCard() {
  const words = useWords()
  const { account } = useRuntime()
  const [now] = useState(() => new Date())

  return (
    <Card id="erp" title={words('connections.erp')}>
      <p className="mt0 mb4 t-small">{words('connections.erp-help')}</p>
      <CopyBox label={words('connections.erp-address')} text={erpAddress(account)} />
      <CopyBox label={words('connections.erp-example')} text={erpExample(account, now)} />
      <p className="mb0 mt4 t-small">{words('connections.erp-token')}</p>
    </Card>
  )
}
