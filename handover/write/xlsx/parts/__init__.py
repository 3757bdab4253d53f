"""The parts of a workbook's package as text, each written in the order that its schema has (ECMA-376-1).

They know nothing of posts and updates: `sheet`, `tables`, `charts`, `styles` and `workbook` write what they
are told of a sheet or a workbook; `markup` is the one place where text becomes XML.
"""
