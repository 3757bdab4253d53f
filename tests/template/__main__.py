from handover.write.docx.compiled_template import PREPARED, TEMPLATE, as_json, compiled
from handover.write.docx.package import read_package
from handover.write.docx.source import read_source
from tests.template.build import build

build(TEMPLATE)
source = read_source(read_package(TEMPLATE.read_bytes(), TEMPLATE.name), TEMPLATE.name)
PREPARED.write_text(as_json(compiled(source)), encoding="utf-8", newline="\n")
