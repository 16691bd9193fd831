import React, { useState } from 'react'
import { IconDownload, IconExternalLink } from 'vtex.styleguide'

import { LinkButton } from '../../../shared/components/ActionButton'
import { CopyButton } from '../../../shared/components/CopyButton'
import { announce } from '../../../shared/components/StatusLine'
import { giveFile } from '../../../shared/files/giveFile'
import { usePanelRead } from '../../../shared/graphql/usePanelRead'
import { useWords } from '../../../shared/words/useWords'
import { isLink } from '../../../shared/tracking/carrier'
import type { Package } from '../../../shared/order/orderTypes'
import STORED_DOCUMENT from './storedDocument.graphql'

interface Stored {
  order: { packages: Array<{ invoiceNumber: string; embeddedInvoice: string | null }> } | null
}

/** 3526 0312 …: groups of four are read and compared, one long row is not. */
export function spacedKey(key: string): string {
  return /^\d{44}$/.test(key) ? key.replace(/(\d{4})(?=\d)/g, '$1 ') : key
}

/** What is copied out of the page goes into other systems, which want the key bare. */
export function withBareKey(text: string): string {
  return text.replace(/(\d{4}) (?=\d)/g, '$1')
}

/** Document of an invoice: key, link, XML; what is not there is not named. */
export function PackageDocument({ parcel, orderId }: { parcel: Package; orderId: string }) {
  const words = useWords()
  const [hasFailed, setFailed] = useState(false)
  const readStored = usePanelRead<Stored, { orderId: string }>(STORED_DOCUMENT)
  const { invoiceKey, invoiceUrl, hasEmbeddedInvoice, invoiceNumber } = parcel
  const link = invoiceUrl && isLink(invoiceUrl) ? invoiceUrl : null

  const download = async () => {
    setFailed(false)
    const answer = await readStored({ orderId })
    const found = answer.ok
      ? answer.data.order?.packages.find((one) => one.invoiceNumber === invoiceNumber)
      : undefined

    if (found?.embeddedInvoice) {
      giveFile(found.embeddedInvoice, 'application/xml', `${invoiceKey || invoiceNumber}.xml`)

      return
    }
    setFailed(true)
    announce(words('order.download-failed'))
  }

  if (!invoiceKey && !link && !hasEmbeddedInvoice) return null

  return (
    <div className="it-package__document t-small">
      {invoiceKey && (
        <span>
          <span
            className="it-tabular"
            onCopy={(event) => {
              event.clipboardData.setData('text/plain', withBareKey(String(getSelection() || '')))
              event.preventDefault()
            }}
          >
            {words('order.key', { key: spacedKey(invoiceKey) })}
          </span>
          <CopyButton text={invoiceKey} name={words('invoice.key')} />
        </span>
      )}
      {link && (
        <a className="it-link" href={link} target="_blank" rel="noopener noreferrer">
          {words('order.document-link')} <IconExternalLink size={12} />
          <span className="it-clip">{words('order.opens-new-tab')}</span>
        </a>
      )}
      {hasEmbeddedInvoice && (
        <LinkButton
          onClick={download}
          label={words('order.download-xml-of', { number: invoiceNumber })}
        >
          {words('order.download-xml')} <IconDownload size={12} />
        </LinkButton>
      )}
      {hasFailed && <span>{words('order.download-failed')}</span>}
    </div>
  )
}
