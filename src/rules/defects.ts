import type { DefectOf, FabricDefect } from '../fabric/defect.ts';
import type { Fabric } from '../fabric/fabric.ts';
import type { Plan, PlanDefect } from '../plan/plan.ts';

/** What the builder noted of one kind, in its order. */
export function defectsOf<Kind extends FabricDefect['kind']>(fabric: Fabric, kind: Kind): DefectOf<Kind>[] {
  return fabric.defects.filter((defect): defect is DefectOf<Kind> => defect.kind === kind);
}

/** What the planner noted of one kind, in its order. */
export function planDefectsOf<Kind extends PlanDefect['kind']>(
  plan: Plan,
  kind: Kind,
): Extract<PlanDefect, { kind: Kind }>[] {
  return plan.defects.filter((defect): defect is Extract<PlanDefect, { kind: Kind }> => defect.kind === kind);
}
