#include <libxml/xmlversion.h>
// Debian's libxml2 names its converters of ICU in a public header; those types clash with Foundation's own copy of ICU, and nothing here needs them.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
