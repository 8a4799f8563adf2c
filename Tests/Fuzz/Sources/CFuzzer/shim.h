#include <stddef.h>
#include <stdint.h>

/* libFuzzer's own entry. Its main() is not used: SwiftPM renames the main function of an executable, and libFuzzer's with it would be lost. */
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*one)(const uint8_t *data, size_t size));
