import type { MotorGrid } from './parameter-kinds.ts'

/** The yearly third-party premium of private cars without trailer, in centimes by band of power: a tariff seen on the market, not an official one. */
export const motorGrid: MotorGrid = {
  N: {
    business: [1045_31, 1495_18, 1712_00, 1933_91, 3624_31, 3892_38, 4073_48],
    private: [784_06, 1121_39, 1284_14, 1450_43, 2718_19, 2919_26, 3055_39],
    trade: [1100_60, 1560_12, 1776_90, 1960_75, 2399_47, 2568_30, 2681_52],
    taxi: [1568_11, 2242_80, 2567_98, 2900_84, 3397_76, 3649_10, 3818_89],
  },
  S: {
    business: [721_07, 1049_78, 1264_02, 1472_81, 2883_46, 3175_61, 3365_92],
    private: [540_71, 787_25, 948_10, 1104_78, 2162_58, 2381_57, 2524_33],
    trade: [783_41, 1112_46, 1321_22, 1561_72, 1953_41, 2105_29, 2225_21],
    taxi: [1081_75, 1574_83, 1896_18, 2209_22, 2703_24, 2976_97, 3155_72],
  },
}

/** By what the tariff is multiplied, in ten-thousandths: the rises since it was written. */
export const motorFactors = [
  { from: '1995-03-08', value: 1_0000, basis: 'Barème de base', confidence: 'to_check' },
  { from: '2018-01-01', value: 1_2000, basis: 'Hausses de 2017 et 2018', confidence: 'likely' },
  { from: '2025-01-01', value: 1_3800, basis: 'Hausse de 15 % au 1er janvier 2025', confidence: 'confirmed' },
  { from: '2025-07-01', value: 1_5870, basis: 'Hausse de 15 % au 1er juillet 2025', confidence: 'confirmed' },
] as const
