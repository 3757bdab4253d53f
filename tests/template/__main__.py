from handover.write.docx.compiled_template import CODE, PREPARED, TEMPLATE, as_json, as_module, compiled
from handover.write.docx.package import read_package
from handover.write.docx.source import read_source
from tests.template.build import build

build(TEMPLATE)
source = read_source(read_package(TEMPLATE.read_bytes(), TEMPLATE.name), TEMPLATE.name)
made = compiled(source)
PREPARED.write_text(as_json(made), encoding="utf-8", newline="\n")
CODE.write_text(as_module(made), encoding="utf-8", newline="\n")
