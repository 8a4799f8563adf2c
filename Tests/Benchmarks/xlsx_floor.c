/*
 * The floor of CSV -> XLSX: the same calls of libxlsxwriter, in constant-memory mode, that zipingbiao makes, with nothing
 * between the bytes and the library. Its sheet is byte for byte that of zipingbiao (the benchmark compares them), so what
 * is measured is the cost of everything that is not the library.
 *
 * Good enough for the benchmark's ledger and for no other file: UTF-8, fields of at most 32 767 bytes, a heading in the
 * first row, no control characters.
 *
 * cc -O2 xlsx_floor.c -lxlsxwriter -o xlsx_floor && ./xlsx_floor ledger.csv out.xlsx 账目
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

enum { MAX_COLUMNS = 64, CHUNK = 1 << 18, MAX_PLACES = 10 };

static lxw_workbook *book;
static lxw_worksheet *sheet;
static lxw_format *heading, *date, *fixed[MAX_PLACES + 1];
static int is_code[MAX_COLUMNS], width[MAX_COLUMNS], columns;
static char text[32768];

static void fail(const char *what)
{
    fprintf(stderr, "%s\n", what);
    exit(1);
}

static void set_font(lxw_format *format)
{
    format_set_font_name(format, "宋体");
    format_set_font_size(format, 11);
    format_set_font_family(format, 3);
    format_set_font_scheme(format, "");
}

static lxw_format *new_format(const char *code)
{
    lxw_format *format = workbook_add_format(book);
    set_font(format);
    format_set_num_format(format, code);
    return format;
}

static int is_digit(unsigned char byte) { return byte >= '0' && byte <= '9'; }

static int number(const unsigned char *bytes, int count, int from)
{
    int value = 0;
    for (int index = 0; index < count; index++) value = value * 10 + bytes[from + index] - '0';
    return value;
}

/* Days since 1899-12-30, the serial number of a date from March 1900 on; 0 when the field is no such date. */
static int serial(const unsigned char *bytes, int count)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (count != 10 || bytes[4] != '-' || bytes[7] != '-') return 0;
    for (int index = 0; index < 10; index++)
        if (index != 4 && index != 7 && !is_digit(bytes[index])) return 0;
    int year = number(bytes, 4, 0), month = number(bytes, 2, 5), day = number(bytes, 2, 8);
    int leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    if (month < 1 || month > 12 || day < 1 || day > lengths[month - 1] + (month == 2 && leap)) return 0;
    if (year * 100 + month < 190003) return 0;
    if (month <= 2) year--, month += 12;
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * (month - 3) + 2) / 5 + day - 1 - 693899;
}

/* Whether the field is a plain number: no zeros too many, at most 11 digits before the point and 15 in all. */
static int is_number(const unsigned char *bytes, int count, double *value, int *places)
{
    static const double powers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10};
    int index = 0, negative = bytes[0] == '-', digits = 0, point = -1;
    long long whole = 0;
    if (negative) index++;
    if (index >= count || !is_digit(bytes[index])) return 0;
    if (bytes[index] == '0' && index + 1 < count && bytes[index + 1] != '.') return 0;
    for (; index < count; index++) {
        if (is_digit(bytes[index])) {
            whole = whole * 10 + bytes[index] - '0';
            if (whole && ++digits > 15) return 0;
        } else if (bytes[index] == '.' && point < 0) {
            point = index;
        } else {
            return 0;
        }
    }
    *places = point < 0 ? 0 : count - point - 1;
    if (point == count - 1 || *places > MAX_PLACES || (negative && whole == 0) || (point < 0 && digits > 11)) return 0;
    *value = (negative ? -whole : whole) / powers[*places];
    return 1;
}

static void measure(const unsigned char *bytes, int count, int column)
{
    int found = 0;
    for (int index = 0; index < count; index++) {
        if (bytes[index] >= 0xE2) found += 2;
        else if (bytes[index] < 0x80 || bytes[index] >= 0xC0) found += 1;
    }
    if (found > width[column]) width[column] = found;
}

static void cell(lxw_row_t row, int column, const unsigned char *bytes, int count)
{
    double value;
    int places, days;
    lxw_error code;
    if (column >= MAX_COLUMNS) fail("too many columns");
    if (column >= columns) columns = column + 1;
    if (count == 0) return;
    if (count > 32767) fail("a field is too long");
    if (row && !is_code[column] && (days = serial(bytes, count))) {
        if (!date) date = new_format("yyyy-mm-dd");
        if (count > width[column]) width[column] = count;
        code = worksheet_write_number(sheet, row, column, days, date);
    } else if (row && !is_code[column] && is_number(bytes, count, &value, &places)) {
        static const char zeros[] = "0.0000000000";
        if (places && !fixed[places]) {
            char format[16];
            snprintf(format, sizeof format, "%.*s", places + 2, zeros);
            fixed[places] = new_format(format);
        }
        if (count > width[column]) width[column] = count;
        code = worksheet_write_number(sheet, row, column, value, fixed[places]);
    } else {
        measure(bytes, count, column);
        memcpy(text, bytes, count);
        text[count] = 0;
        if (row == 0) is_code[column] = strstr(text, "凭证号") || strstr(text, "编码");
        code = worksheet_write_string(sheet, row, column, text, row ? NULL : heading);
    }
    if (code) fail(lxw_strerror(code));
}

/* Splits what is whole of the bytes; gives back where the first row that is not begins. */
static size_t rows(unsigned char *bytes, size_t count, int last, lxw_row_t *row)
{
    size_t done = 0;
    while (done < count) {
        /* A row is whole when an end of line stands outside quotes. */
        size_t end = done;
        int quoted = 0;
        while (end < count && (quoted || bytes[end] != '\n')) quoted ^= bytes[end++] == '"';
        if (end == count && !last) break;
        size_t stop = end > done && bytes[end - 1] == '\r' ? end - 1 : end;
        size_t place = done;
        for (int column = 0; place <= stop; column++) {
            size_t start = place, length = 0;
            if (place < stop && bytes[place] == '"') {
                size_t out = ++start;
                for (place++; place < stop; place++) {
                    if (bytes[place] == '"' && bytes[++place] != '"') break;
                    bytes[out++] = bytes[place];
                }
                length = out - start;
            } else {
                while (place < stop && bytes[place] != ',') place++;
                length = place - start;
            }
            cell(*row, column, bytes + start, (int)length);
            place++;
        }
        (*row)++;
        done = end + 1;
    }
    return done < count ? done : count;
}

int main(int count, char **arguments)
{
    if (count != 4) fail("usage: xlsx_floor table.csv out.xlsx sheet");
    FILE *file = fopen(arguments[1], "rb");
    if (!file) fail("can't read the table");
    /* Temporary files go beside the result, as they do for zipingbiao. */
    char *folder = strdup(arguments[2]);
    char *slash = strrchr(folder, '/');
    if (slash) *slash = 0; else strcpy(folder, ".");
    lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = folder};
    lxw_doc_properties properties = {.created = 946684800};
    book = workbook_new_opt(arguments[2], &options);
    workbook_set_properties(book, &properties);
    set_font(STAILQ_FIRST(book->formats));
    sheet = workbook_add_worksheet(book, arguments[3]);
    worksheet_freeze_panes(sheet, 1, 0);
    heading = workbook_add_format(book);
    set_font(heading);
    format_set_bold(heading);

    unsigned char *buffer = malloc(CHUNK + 1);
    size_t held = 0;
    lxw_row_t row = 0;
    for (;;) {
        size_t got = fread(buffer + held, 1, CHUNK - held, file);
        held += got;
        size_t done = rows(buffer, held, got == 0, &row);
        if (got == 0) break;
        if (done == 0 && held == CHUNK) fail("a row is too long");
        memmove(buffer, buffer + done, held - done);
        held -= done;
    }
    for (int column = 0; column < columns; column++) {
        int wide = width[column] + 1;
        worksheet_set_column(sheet, column, column, wide < 6 ? 6 : wide > 60 ? 60 : wide, NULL);
    }
    lxw_error code = workbook_close(book);
    if (code) fail(lxw_strerror(code));
    return 0;
}
