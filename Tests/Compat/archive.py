"""Writes ZIP archives byte by byte, so that every odd shape that real tools write can be had, and always the same bytes."""

import struct
import zlib

STORED, DEFLATED = 0, 8
# 1980-01-01 00:00, the first moment that the format knows.
TIME, DAY = 0, 0x21
UTF8_NAMES, DESCRIPTOR = 0x800, 0x8
LIMIT = 0xFFFFFFFF


class Member:
    """One entry: its name as written in the archive, its content, how it is kept."""

    def __init__(self, name, content, method=DEFLATED, descriptor=False, zip64=False):
        self.name = name.encode("utf-8")
        self.content = content
        self.method = method
        self.flags = UTF8_NAMES | (DESCRIPTOR if descriptor else 0)
        self.zip64 = zip64
        self.crc = zlib.crc32(content)
        self.packed = self._pack()
        self.offset = 0

    def _pack(self):
        if self.method == STORED:
            return self.content
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        return packer.compress(self.content) + packer.flush()

    @property
    def version(self):
        return 45 if self.zip64 else 20

    def local(self):
        """The header before the content, the content, and the descriptor after it where there is one."""
        late = self.flags & DESCRIPTOR
        crc, packed, size = (0, 0, 0) if late else (self.crc, len(self.packed), len(self.content))
        extra = b""
        if self.zip64:
            extra = struct.pack("<HHQQ", 1, 16, size, packed)
            packed = size = LIMIT
        header = struct.pack(
            "<IHHHHHIIIHH", 0x04034B50, self.version, self.flags, self.method, TIME, DAY, crc, packed, size,
            len(self.name), len(extra))
        after = b""
        if late:
            kind = "<IIQQ" if self.zip64 else "<IIII"
            after = struct.pack(kind, 0x08074B50, self.crc, len(self.packed), len(self.content))
        return header + self.name + extra + self.packed + after

    def central(self):
        """The entry of the directory."""
        packed, size, offset, extra = len(self.packed), len(self.content), self.offset, b""
        if self.zip64:
            extra = struct.pack("<HHQQQ", 1, 24, size, packed, offset)
            packed = size = offset = LIMIT
        return struct.pack(
            "<IHHHHHHIIIHHHHHII", 0x02014B50, self.version, self.version, self.flags, self.method, TIME, DAY, self.crc,
            packed, size, len(self.name), len(extra), 0, 0, 0, 0, offset) + self.name + extra


def archive(members, prefix=b"", shifts=False, comment=b"", zip64=False):
    """The bytes of an archive.

    prefix: bytes before it; its offsets count them only with `shifts`, as a repaired archive's do.
    """
    body = b""
    base = len(prefix) if shifts else 0
    for member in members:
        member.offset = base + len(body)
        body += member.local()
    directory = b"".join(member.central() for member in members)
    start, count, size = base + len(body), len(members), len(directory)
    end = b""
    if zip64:
        end += struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, count, count, size, start)
        end += struct.pack("<IIQI", 0x07064B50, 0, start + size, 1)
        count, size, start = 0xFFFF, LIMIT, LIMIT
    end += struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count, count, size, start, len(comment)) + comment
    return prefix + body + directory + end
