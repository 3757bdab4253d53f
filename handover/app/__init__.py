"""`handover app`: the same build, with a page of this computer's browser as its face.

There is no second engine here and no other store: what the page shows is the `Handover` that `build.prepare`
makes of a client's folder, and what a person decides on it is kept where Excel and the command line find it,
in the `handover.toml` and the working copy of that folder.

    server.py     on this computer alone, with a one-time address; ends with the page's temporary folder
    access.py     who may ask: host, origin, token, cookie; what the browser may do with the answer
    uploads.py    files as they come in, streamed to the temporary folder
    folder.py     the client's folder: handover.toml, given files, working copy, written files
    deciding.py   a decision of a person as a change of a handover
    desk.py       what was read of the folder, and the work that goes on: reading, keeping, building
    shown.py      facts as the page shows them
    sheets.py     sheets whose columns a person is asked for        about.py  the form of handover.toml
    pages/        the addresses
"""
