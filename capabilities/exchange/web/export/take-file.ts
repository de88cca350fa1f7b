import { fileAddress } from '#kernel/web/api.ts'
import { exchangeOperations } from '../../contract.ts'

/** Takes the file of an export into the browser's downloads; the page stays. */
export const takeFile = (id: string): void => {
  const link = document.createElement('a')
  link.href = fileAddress(exchangeOperations.downloadExport, { id })
  link.download = ''
  document.body.append(link)
  link.click()
  link.remove()
}
