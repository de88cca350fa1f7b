import type { Generated } from 'kysely'
import type { Json } from '#kernel/server/tables.ts'
import type { ProductCard, ProductFormula, ProductGuarantee } from '../product-shapes.ts'

interface OfOrganization {
  organization_id: string
}

export interface ProductTable extends OfOrganization, ProductCard {
  category: string | null
  description: string | null
  position: number
  version: Generated<number>
  created_at: string
  updated_at: string
}

export interface ProductRateTable extends OfOrganization {
  id: string
  product_id: string
  code: string
  effective_from: string
  value: Json
  legal_basis: string | null
  created_by_name: string
  created_at: string
}

declare module '#kernel/server/tables.ts' {
  interface Tables {
    product: ProductTable
    product_guarantee: OfOrganization & ProductGuarantee & { product_id: string }
    product_formula: OfOrganization & ProductFormula & { product_id: string }
    product_rate: ProductRateTable
    /** Published: what higher capabilities read of a product. */
    product_card: OfOrganization & ProductCard & { position: number }
  }
}
