import { z } from 'zod'
import { operation } from '#kernel/shared/contract.ts'
import { byId, day, id, listOf, listQuery } from '#kernel/shared/paging.ts'
import { premiumAsk, premiumBreakdown } from './premium-shapes.ts'
import { changingFields, formulaFields, guaranteeCode, guaranteeFields, newProduct, productCode, rateFields } from './product-fields.ts'
import { product, productRate, productRow } from './product-shapes.ts'

export type { Product, ProductCard, ProductFormula, ProductGuarantee, ProductRate, ProductRow } from './product-shapes.ts'
export type { PremiumAsk, PremiumBreakdown } from './premium-shapes.ts'

/** The operations of products. Every change answers the whole product as it then stands. */
export const productOperations = {
  listProducts: operation({
    name: 'product.list',
    method: 'GET',
    path: '/products',
    access: 'product.view',
    summary: 'Products, by branch; those no longer sold too.',
    input: listQuery,
    output: listOf(productRow),
  }),
  getProduct: operation({
    name: 'product.get',
    method: 'GET',
    path: '/products/:id',
    access: 'product.view',
    summary: 'A product with its guarantees, formulas and every rate it ever had.',
    input: byId,
    output: product,
  }),
  createProduct: operation({
    name: 'product.create',
    method: 'POST',
    path: '/products',
    access: 'product.create',
    status: 201,
    summary: 'Add a product, empty or with what another one covers and costs.',
    input: newProduct,
    output: product,
  }),
  updateProduct: operation({
    name: 'product.update',
    method: 'PATCH',
    path: '/products/:id',
    access: 'product.edit',
    summary: 'Correct a product, or end its sale. Its code, branch, object and tariff stay.',
    input: z.object(changingFields).partial().extend({ id, version: z.int() }),
    output: product,
  }),
  setGuarantee: operation({
    name: 'product.set_guarantee',
    method: 'PUT',
    path: '/products/:id/guarantees/:code',
    access: 'product.edit',
    summary: 'Add a guarantee to a product, or change it.',
    input: guaranteeFields.extend({ id, code: guaranteeCode }),
    output: product,
  }),
  removeGuarantee: operation({
    name: 'product.remove_guarantee',
    method: 'DELETE',
    path: '/products/:id/guarantees/:code',
    access: 'product.edit',
    summary: 'Take away a guarantee that no formula holds and that never had a price in force.',
    input: z.object({ id, code: guaranteeCode }),
    output: product,
  }),
  setFormula: operation({
    name: 'product.set_formula',
    method: 'PUT',
    path: '/products/:id/formulas/:code',
    access: 'product.edit',
    summary: 'Add a formula to a product, or change it; it ends by being inactive.',
    input: formulaFields.extend({ id, code: productCode }),
    output: product,
  }),
  listRates: operation({
    name: 'product.list_rates',
    method: 'GET',
    path: '/products/:id/rates',
    access: 'product.view',
    summary: 'The rates of a product, earliest first; with `on`, only those in force on that day, one per code.',
    input: z.object({ id, on: day.optional() }),
    output: z.object({ data: z.array(productRate) }),
  }),
  addRate: operation({
    name: 'product.add_rate',
    method: 'POST',
    path: '/products/:id/rates',
    access: 'product.edit',
    status: 201,
    summary: 'Give a guarantee a price, or the product a fee, tax or scale, from a day on. What was in force before stays as it was.',
    input: rateFields.extend({ id }),
    output: product,
  }),
  removeRate: operation({
    name: 'product.remove_rate',
    method: 'DELETE',
    path: '/products/:id/rates/:code/:effective_from',
    access: 'product.edit',
    summary: 'Take back a rate that has not begun yet.',
    input: z.object({ id, code: z.string().min(1).max(20), effective_from: day }),
    output: product,
  }),
  quote: operation({
    name: 'product.quote',
    method: 'POST',
    path: '/products/:id/quote',
    access: 'product.view',
    readOnly: true,
    summary: 'What a contract would cost on a day (today unless said), part by part, with the steps by which each is found.',
    input: premiumAsk.extend({ id, on: day.optional() }),
    output: premiumBreakdown,
  }),
} as const
