/** The types of what runs (functions, generators, frames, code, tracebacks): importing this file declares them all. */
import './code-type.ts';
import './frame-type.ts';
import './function-types.ts';
import './async-generator.ts';
import './generator-types.ts';
import './frame-locals.ts';
import './named-variables.ts';
import './item-delegates.ts';
import './traceback.ts';
import '../objspace/reflection.ts';
import './super-context.ts';
import '../objspace/types/class-bases.ts';
