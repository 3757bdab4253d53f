"""One module a format of updates. To add one: write the module, add its line to `UPDATE_FORMATS`
(`UpdateFormat(name, module, sign, files)`, in order of trial; the first that accepts a file reads it).

A **file format** reads one file on its own (a CSV, an `outbox.json`):

    accepts(source: Source) -> bool            certain, by content; cheap (source.head); never raises
    parse(source: Source, options) -> Updates  items, skipped, notices; raises ParseError/UnknownFormatError

It is never given a folder or a zip: the search (`handover.read.search`) opens those, nested ones too,
and hands over the files one by one. `source.name` is the path inside the folder or zip.

An **archive format** reads several files of one download together (an X archive, a Facebook zip). It has,
besides, a function that finds its downloads among the files of one folder or zip:

    gather(files: Sequence[Source]) -> list[Bundle]   each with the files to read, and with the idle ones:
                                                      no word about these when no other format reads them
    parse(bundle: Bundle, options) -> Updates
    accepts(source: Source) -> bool                   the same as bool(gather(...)) of its members

Archive formats take their files first, then each file that is left goes to the first file format that
accepts it. A file that raises `UnknownFormatError` or
`ParseError` becomes one `Skipped` when it was found in a folder or zip, and the error itself when the
user named it.

`parse` sets each item's `origin` (`file=source.location`, sheet, row), leaves `Updates.sources` empty
(the search counts), never lets private or other people's posts out, and says how many it left out in
one `Skipped` a file.
"""
