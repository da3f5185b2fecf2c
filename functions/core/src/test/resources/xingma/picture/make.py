"""Makes the pictures beside it: small, invented, and full of what a camera writes beside a picture.

    pip install pillow && python3 make.py

Every trace holds the word TRACE or the place 31.2304 N 121.4737 E, so that a test can look for it.
"""
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

WIDTH, HEIGHT = 24, 16


def picture(mode):
    """A red field with a blue corner: which way is up can be seen."""
    drawn = Image.new("RGBA", (WIDTH, HEIGHT), (200, 40, 30, 255))
    for x in range(8):
        for y in range(6):
            drawn.putpixel((x, y), (20, 40, 220, 128))
    return drawn.convert(mode) if mode != "P" else drawn.convert("RGB").quantize(4)


def exif(orientation):
    notes = Image.Exif()
    notes[0x010F] = "TRACE maker"
    notes[0x0110] = "TRACE model"
    notes[0x0112] = orientation
    notes[0x0132] = "2026:11:20 09:30:00"
    notes[0x013B] = "TRACE artist"
    place = notes.get_ifd(0x8825)
    place.update({1: "N", 2: (31.0, 13.0, 49.44), 3: "E", 4: (121.0, 28.0, 25.32)})
    return notes


XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><!-- TRACE xmp --></x:xmpmeta>'
ICC = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

for orientation in (1, 6):
    picture("RGB").save(f"turned-{orientation}.jpg", quality=85, exif=exif(orientation), xmp=XMP, icc_profile=ICC,
                        comment=b"TRACE comment", dpi=(72, 72))
picture("RGB").save("progressive.jpg", quality=85, progressive=True, exif=exif(3), restart_marker_blocks=1)
picture("L").save("grey.jpg", quality=85, comment=b"TRACE comment")
picture("CMYK").save("four-colours.jpg", quality=85, exif=exif(8))

texts = PngInfo()
texts.add_text("Author", "TRACE author")
texts.add_itxt("XML:com.adobe.xmp", XMP.decode())
texts.add_text("Comment", "TRACE comment", zip=True)
picture("RGBA").save("see-through.png", pnginfo=texts, exif=exif(6), icc_profile=ICC, dpi=(72, 72))
picture("P").save("palette.png", pnginfo=texts, transparency=0)
picture("L").save("grey.png", pnginfo=texts, exif=exif(1))

picture("RGB").save("lossy.webp", quality=80, exif=exif(6), xmp=XMP, icc_profile=ICC)
picture("RGBA").save("see-through.webp", quality=80, exif=exif(1), xmp=XMP)
picture("RGBA").save("lossless.webp", lossless=True, exif=exif(3), icc_profile=ICC)
picture("RGB").save("plain.webp", quality=80)
frames = [picture("RGB"), picture("RGB").rotate(180)]
frames[0].save("moving.webp", save_all=True, append_images=frames[1:], duration=100)
