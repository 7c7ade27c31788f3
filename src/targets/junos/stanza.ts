import { stanzas } from '../../render/templates.ts';

/** Renders a template of `templates/junos`. */
export const stanza = stanzas('junos');
