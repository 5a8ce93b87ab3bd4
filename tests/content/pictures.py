"""The smallest files that are images to what reads their headers."""

import struct


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(
        ">I4sIIBBBBB", 13, b"IHDR", width, height, 8, 2, 0, 0, 0
    )


def gif(width: int, height: int) -> bytes:
    return b"GIF89a" + struct.pack("<HHBBB", width, height, 0, 0, 0)


def jpeg(width: int, height: int, orientation: int = 1) -> bytes:
    """`orientation` as Exif has it: https://exiftool.org/TagNames/EXIF.html#Orientation"""
    tiff = b"II*\0" + struct.pack("<IHHHII", 8, 1, 0x0112, 3, 1, orientation) + bytes(4)
    exif = b"Exif\0\0" + tiff
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\0"
    segments = ((0xE1, exif), (0xC0, frame))
    return b"\xff\xd8" + b"".join(
        struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data for marker, data in segments
    )


def webp(width: int, height: int) -> bytes:
    sizes = (side.to_bytes(3, "little") for side in (width - 1, height - 1))
    chunk = b"VP8X" + struct.pack("<II", 10, 0) + b"".join(sizes)
    return b"RIFF" + struct.pack("<I", len(chunk) + 4) + b"WEBP" + chunk


def box(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I4s", len(data) + 8, kind) + data


def avif(width: int, height: int) -> bytes:
    """One item, `av01`, with one property, `ispe`: ISO/IEC 23008-12."""
    item = box(b"infe", struct.pack(">IHH4sB", 2 << 24, 1, 0, b"av01", 0))
    properties = box(
        b"iprp",
        box(b"ipco", box(b"ispe", struct.pack(">III", 0, width, height)))
        + box(b"ipma", struct.pack(">IIHBB", 0, 1, 1, 1, 1)),
    )
    meta = (
        bytes(4)
        + box(b"pitm", struct.pack(">IH", 0, 1))
        + box(b"iinf", struct.pack(">IH", 0, 1) + item)
        + properties
    )
    return box(b"ftyp", b"avif" + bytes(4) + b"avifmif1") + box(b"meta", meta)


def svg(attributes: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}></svg>'.encode()
