/* The floor of a streaming reader on one thread: inflate one part of an archive and give it to expat, whose handlers do
 * nothing. Usage: expat_floor FILE.xlsx PART [FILE PART …]; the parts are taken in turn. Finds a part by the local headers' central
 * directory, as any reader must; ZIP64 is not needed for the benchmark's own files. */
#include <expat.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { CHUNK = 1 << 16 };

static uint32_t word(const unsigned char *at) {
    return at[0] | at[1] << 8 | at[2] << 16 | (uint32_t)at[3] << 24;
}
static unsigned half(const unsigned char *at) { return at[0] | at[1] << 8; }

static void start(void *user, const XML_Char *name, const XML_Char **attributes) {
    (void)user, (void)name, (void)attributes;
}
static void end(void *user, const XML_Char *name) { (void)user, (void)name; }
static void text(void *user, const XML_Char *piece, int length) { (void)user, (void)piece, (void)length; }

/* Seeks to the packed bytes of a part. */
static int find(FILE *file, const char *part) {
    fseek(file, 0, SEEK_END);
    long size = ftell(file), tail = size < 65557 ? size : 65557;
    unsigned char *end_bytes = malloc(tail);
    fseek(file, size - tail, SEEK_SET);
    if (fread(end_bytes, 1, tail, file) != (size_t)tail) return 0;
    long at = tail - 22;
    while (at >= 0 && word(end_bytes + at) != 0x06054B50) at--;
    if (at < 0) return 0;
    uint32_t length = word(end_bytes + at + 12), offset = word(end_bytes + at + 16);
    free(end_bytes);
    unsigned char *directory = malloc(length);
    fseek(file, offset, SEEK_SET);
    if (fread(directory, 1, length, file) != length) return 0;
    for (uint32_t i = 0; i + 46 <= length;) {
        unsigned name = half(directory + i + 28);
        if (name == strlen(part) && memcmp(directory + i + 46, part, name) == 0) {
            unsigned char local[30];
            fseek(file, word(directory + i + 42), SEEK_SET);
            if (fread(local, 1, 30, file) != 30) return 0;
            fseek(file, half(local + 26) + half(local + 28), SEEK_CUR);
            free(directory);
            return 1;
        }
        i += 46 + name + half(directory + i + 30) + half(directory + i + 32);
    }
    free(directory);
    return 0;
}

static int run(const char *path, const char *part) {
    FILE *file = fopen(path, "rb");
    if (!file || !find(file, part)) {
        fprintf(stderr, "%s: no %s\n", path, part);
        return 1;
    }
    XML_Parser parser = XML_ParserCreate(NULL);
    XML_SetElementHandler(parser, start, end);
    XML_SetCharacterDataHandler(parser, text);
    z_stream stream = {0};
    inflateInit2(&stream, -MAX_WBITS);
    unsigned char *input = malloc(CHUNK);
    int status = Z_OK;
    while (status == Z_OK) {
        void *buffer = XML_GetBuffer(parser, CHUNK);
        stream.next_out = buffer;
        stream.avail_out = CHUNK;
        while (status == Z_OK && stream.avail_out > 0) {
            if (stream.avail_in == 0) {
                stream.next_in = input;
                stream.avail_in = fread(input, 1, CHUNK, file);
            }
            status = inflate(&stream, Z_NO_FLUSH);
        }
        if (XML_ParseBuffer(parser, CHUNK - stream.avail_out, status == Z_STREAM_END) != XML_STATUS_OK) return 1;
    }
    XML_ParserFree(parser);
    inflateEnd(&stream);
    fclose(file);
    free(input);
    return status != Z_STREAM_END;
}

int main(int count, char **arguments) {
    for (int i = 1; i + 1 < count; i += 2)
        if (run(arguments[i], arguments[i + 1])) return 1;
    return 0;
}
