/** The C library's catalogues of messages: there are none, so that every message is its own translation. */
import { services } from '../../interpreter/services.ts';
import { error } from '../../objspace/exception.ts';
import type { ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import type { ModuleException } from '../../objspace/module-exception.ts';
import type { Value } from '../../objspace/object.ts';
import { typeName } from '../../objspace/operations.ts';
import { isText, strFromText, textOf } from '../../objspace/types/str/str.ts';
import { fspath } from '../../objspace/fspath.ts';

/** What a program has bound, per interpreter. */
interface Bindings {
  domain: string;
  readonly folders: Map<string, Value>;
  readonly codesets: Map<string, string>;
}

const bindings = new WeakMap<object, Bindings>();

function current(): Bindings {
  let found = bindings.get(services());
  if (found === undefined) {
    found = { domain: 'messages', folders: new Map(), codesets: new Map() };
    bindings.set(services(), found);
  }
  return found;
}

function optionalText(value: Value, name: string, position: number): string | undefined {
  if (value === null) return undefined;
  if (!isText(value))
    throw error('TypeError', `${name}() argument ${position} must be str or None, not ${typeName(value)}`);
  return textOf(value);
}

export function defineMessages(module: ModuleBuilder, localeError: ModuleException): void {
  module.function('gettext(msg: text, /)', 'gettext(msg) -> string\n\nReturn translation of msg.', (message) =>
    strFromText(message),
  );
  module.function(
    'dgettext(domain, msg: text, /)',
    'dgettext(domain, msg) -> string\n\nReturn translation of msg in domain.',
    (domain, message) => {
      optionalText(domain, 'dgettext', 1);
      return strFromText(message);
    },
  );
  module.function(
    'dcgettext(domain, msg: text, category: cint, /)',
    'Return translation of msg in domain and category.',
    (domain, message) => {
      optionalText(domain, 'dcgettext', 1);
      return strFromText(message);
    },
  );
  module.function(
    'textdomain(domain, /)',
    "Set the C library's textdmain to domain, returning the new domain.",
    (domain) => {
      const name = optionalText(domain, 'textdomain', 1);
      if (name !== undefined) current().domain = name === '' ? 'messages' : name;
      return strFromText(current().domain);
    },
  );
  module.function('bindtextdomain(domain: text, dir, /)', "Bind the C library's domain to dir.", (domain, folder) => {
    if (domain === '') return localeError.raise('domain must be a non-empty string');
    if (folder !== null) current().folders.set(domain, fspath(folder));
    return current().folders.get(domain) ?? '/usr/share/locale';
  });
  module.function(
    'bind_textdomain_codeset(domain: text, codeset, /)',
    "Bind the C library's domain to codeset.",
    (domain, codeset) => {
      const name = optionalText(codeset, 'bind_textdomain_codeset', 2);
      if (name !== undefined) current().codesets.set(domain, name);
      return current().codesets.get(domain) ?? null;
    },
  );
}
