import { mostFileBytes } from '../../contract.ts'

/** Why a file is not even sent: nothing in it, too large, or of a kind that is no table. */
export type FileFault = 'empty' | 'too_large' | 'not_a_table'

const tables = /\.(?:csv|tsv|txt|tab|xlsx|xlsm|xls)$/i
const others = /\.(?:pdf|docx?|pptx?|zip|rar|7z|png|jpe?g|gif|webp|vcf|ics|json|exe|mp4|mp3|odt)$/i

/** What can be said of a file before it is sent; the server looks at its bytes, so a name that says nothing is let through. */
export const faultOf = (file: Pick<File, 'name' | 'size'>): FileFault | null => {
  if (others.test(file.name) && !tables.test(file.name)) return 'not_a_table'
  if (file.size === 0) return 'empty'
  return file.size > mostFileBytes ? 'too_large' : null
}
