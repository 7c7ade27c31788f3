import { stanzas } from '../../render/templates.ts';

/** Renders a template of `templates/nxos`. */
export const stanza = stanzas('nxos');
