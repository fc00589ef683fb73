// A lint rule of the project's own. INSERT OR REPLACE deletes the old row without a log entry, so undo could not bring it back.
const BANNED = /\b(insert\s+or\s+replace|replace\s+into)\b/i;
const message = 'INSERT OR REPLACE deletes without a trace in the change log; use ON CONFLICT DO UPDATE.';

const noReplace = {
  create: (context) => ({
    Literal: (node) => {
      if (typeof node.value === 'string' && BANNED.test(node.value)) context.report({ node, message });
    },
    TemplateElement: (node) => {
      if (BANNED.test(node.value.raw)) context.report({ node, message });
    },
  }),
};

export default { meta: { name: 'ballast' }, rules: { 'no-replace': noReplace } };
