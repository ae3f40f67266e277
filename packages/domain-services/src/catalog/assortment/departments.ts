// All departments, in the order of the shop's navigation.
import { active } from './active.ts';
import type { Department } from './assortment.ts';
import { electronics } from './electronics.ts';
import { kitchen } from './kitchen.ts';
import { living } from './living.ts';
import { outdoor } from './outdoor.ts';

export const departments: readonly Department[] = [living, kitchen, electronics, outdoor, active];
