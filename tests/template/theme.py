"""The theme: the brand colours in Word's own colour menu, and the typeface."""

from handover.write.docx.look import ACCENT, TINT
from tests.template.styles import DRAFT, DRAFT_LINE, FONT, LINE, QUIET

A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def theme_xml() -> str:
    """The whole theme part."""
    named = {
        "lt2": TINT, "accent1": ACCENT, "accent2": QUIET, "accent3": LINE, "accent4": DRAFT,
        "accent5": DRAFT_LINE, "accent6": TINT, "hlink": ACCENT, "folHlink": QUIET,
    }  # fmt: skip
    colours = "".join(f'<a:{key}><a:srgbClr val="{value}"/></a:{key}>' for key, value in named.items())
    system = (
        '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
        '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="262626"/></a:dk2>'
    )
    font = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme xmlns:a="{A}" name="Handover"><a:themeElements>'
        f'<a:clrScheme name="Handover">{system}{colours}</a:clrScheme>'
        f'<a:fontScheme name="Handover"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="Handover"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
