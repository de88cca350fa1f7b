import { zipBytes, type ZipPart } from './zip-bytes.ts'

/** The XML of which a workbook is made; what is left out is as small as Excel allows. */
export interface WorkbookXml {
  /** The XML inside `sheetData`. */
  readonly rows: string
  /** The XML behind it. */
  readonly behind?: string
  readonly sharedStrings?: string
  readonly numFmts?: string
  readonly cellXfs?: string
  readonly workbookPr?: string
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

/** The parts of a workbook with one sheet, «Feuille», made of the given XML. */
export const workbookParts = (workbook: WorkbookXml): ZipPart[] => [
  { name: '[Content_Types].xml', content: `<Types xmlns="${packages}/content-types"/>` },
  {
    name: '_rels/.rels',
    content: `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  },
  {
    name: 'xl/workbook.xml',
    content: `<workbook xmlns="${main}" xmlns:r="${office}">${workbook.workbookPr ?? ''}<sheets><sheet name="Feuille" sheetId="1" r:id="r1"/></sheets></workbook>`,
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    content:
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>` +
      `<Relationship Id="r2" Type="${office}/styles" Target="styles.xml"/><Relationship Id="r3" Type="${office}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
  },
  {
    name: 'xl/styles.xml',
    content: `<styleSheet xmlns="${main}">${workbook.numFmts ?? ''}<cellXfs>${workbook.cellXfs ?? '<xf numFmtId="0"/>'}</cellXfs></styleSheet>`,
  },
  { name: 'xl/sharedStrings.xml', content: `<sst xmlns="${main}">${workbook.sharedStrings ?? ''}</sst>` },
  {
    name: 'xl/worksheets/sheet1.xml',
    content: `<worksheet xmlns="${main}"><sheetData>${workbook.rows}</sheetData>${workbook.behind ?? ''}</worksheet>`,
  },
]

/** The bytes of such a workbook. */
export const workbookBytes = (workbook: WorkbookXml): Buffer => zipBytes(workbookParts(workbook))
