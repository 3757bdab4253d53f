"""Makes the built-in Word template: `python -m tests.template` writes handover/templates/handover.docx.

The file is a Word document like any user's own; it is made by this script so that it can be read, reviewed
and made again, byte for byte.
"""
