/** The groups of CPython's test modules that are run, and their modules. */
export const GROUPS: Readonly<Record<string, readonly string[]>> = {
  'language core': (
    'test_grammar test_syntax test_compile test_builtin test_exceptions test_baseexception test_raise ' +
    'test_except_star test_exception_group test_with test_generators test_generator_stop test_coroutines ' +
    'test_asyncgen test_yield_from test_patma test_named_expressions test_positional_only_arg ' +
    'test_keywordonlyarg test_extcall test_call test_unpack test_unpack_ex test_scope test_super test_class ' +
    'test_descr test_descrtut test_metaclass test_subclassinit test_property test_decorators test_funcattrs ' +
    'test_dynamicclassattribute test_listcomps test_genexps test_dictcomps test_setcomps test_type_params ' +
    'test_type_aliases test_type_annotations test_annotationlib test_genericclass test_genericalias ' +
    'test_pep646_syntax test_fstring test_tstring test_string_literals test_source_encoding ' +
    'test_unicode_identifiers test_flufl test_future_stmt test_global test_augassign test_binop test_compare ' +
    'test_contains test_richcmp test_unary test_pow test_index test_isinstance test_typechecks test_iter ' +
    'test_iterlen test_sundry test_dynamic test_code test_frame test_sys test_sys_settrace test_sys_setprofile ' +
    'test_traceback test_warnings test_eof test_print test_opcodes test_module test_import test_importlib ' +
    'test_runpy test_types test_hash test_weakref test_gc test_finalization test_context test_ast test_unparse ' +
    'test_symtable test_tokenize test_codeop test_type_comments test_int_literal test_numeric_tower test_audit ' +
    'test_monitoring test_bdb test_dis'
  ).split(' '),
  'built-in types': (
    'test_int test_long test_bool test_float test_strtod test_complex test_str test_userstring test_bytes ' +
    'test_list test_userlist test_tuple test_dict test_userdict test_dictviews test_set test_range test_slice ' +
    'test_enumerate test_memoryview test_buffer test_format test_sort test_structseq test_ucn test_unicodedata ' +
    'test_codeccallbacks test_codecs test_charmapcodec test_multibytecodec'
  ).split(' '),
  'numeric library': 'test_decimal test_fractions test_abstract_numbers'.split(' '),
  'ordinary scripts': 'test_abc test_bisect test_contextlib test_heapq test_operator test_struct test_textwrap'.split(
    ' ',
  ),
  XML: 'test_pyexpat test_sax test_minidom test_pulldom'.split(' '),
};

/** Left out of `--quick`, which continuous integration runs: what takes longer than the rest, or measures when objects die. */
export const SLOW: ReadonlySet<string> = new Set(
  (
    'test_annotationlib test_ast test_audit test_buffer test_codecs test_codeccallbacks test_dis test_finalization test_gc test_hash ' +
    'test_import test_importlib test_memoryview test_monitoring test_multibytecodec test_runpy test_source_encoding test_sys ' +
    'test_tokenize test_traceback test_ucn test_unicodedata test_unparse test_warnings test_weakref ' +
    'test_decimal test_abstract_numbers test_fractions test_pyexpat test_sax test_minidom test_pulldom'
  ).split(' '),
);
