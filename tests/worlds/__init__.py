"""Made-up blogs with their updates, told by several sources as these tell them, and counted independently.

    truth.py     a blog's posts, and the updates that were really sent
    blogs.py     the blog in eight formats
    exports.py   what networks and analytics give of the updates
    plans.py     what schedulers' files and people's own sheets hold of them
    counting.py  reads what was made of it, without any of the rules that made it

`python -m tests.worlds 200` makes so many worlds and counts what was lost, joined wrongly, told twice or put
to a wrong post. The same number gives the same worlds.
"""
