export {
  product,
  productCard,
  productFormula,
  productGuarantee,
  productRate,
  type Product,
  type ProductCard,
  type ProductFormula,
  type ProductGuarantee,
  type ProductRate,
} from './product-shapes.ts'
export { premiumAsk, premiumBreakdown, type PremiumAsk, type PremiumBreakdown } from './premium-shapes.ts'

/** The operations of products. */
export const productOperations = {} as const
