import { stanzas } from '../../render/templates.ts';

/** Renders a template of `templates/eos`. */
export const stanza = stanzas('eos');
