export { explanations } from '../pipeline/explanations.ts';
