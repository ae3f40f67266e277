/** The door of codegen. */
export { CodegenError } from './codegen-error.ts';
export { applyPlan, type Drift, describeDrift, type FilePlan, findDrift } from './files.ts';
export { type GeneratedOperations, type GenerateOperationsOptions, generateOperations } from './generate-operations.ts';
export { planWorkspace } from './plan-workspace.ts';
