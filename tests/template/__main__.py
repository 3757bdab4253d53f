from tests.template.build import TEMPLATE, build

build(TEMPLATE)
