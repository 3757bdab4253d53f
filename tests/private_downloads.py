"""Small invented downloads of networks: one public post each, and the secret in every private part."""

import json
from typing import Any

SECRET = "zqxprivat"
WHEN = "2026-01-05T10:00:00Z"
SECONDS = 1767607200


def _messages(name: str) -> dict[str, str]:
    told = {"participants": [{"name": SECRET}], "messages": [{"sender_name": SECRET, "content": SECRET}]}
    return {f"{name}/inbox/ana_1/message_1.json": json.dumps(told)}


def _script(name: str, value: Any) -> str:
    return f"window.YTD.{name}.part0 = {json.dumps(value)}"


DOWNLOADS: dict[str, dict[str, str]] = {
    "X": {
        "data/account.js": _script("account", [{"account": {"username": "crumb", "accountId": "1"}}]),
        "data/tweets.js": _script("tweets", [
            {"tweet": {"id_str": "2008119552018337792", "full_text": "Rye for the office",
                       "created_at": "Mon Jan 05 10:00:00 +0000 2026"}}]),
        "data/direct-messages.js": _script("direct_messages", [
            {"dmConversation": {"messages": [{"messageCreate": {"text": SECRET, "createdAt": WHEN}}]}}]),
        "data/direct-messages-group.js": _script("direct_messages_group", [{"conversation": {"n": SECRET}}]),
        "data/like.js": _script("like", [{"like": {"tweetId": "1", "fullText": SECRET}}]),
        "data/deleted-tweets.js": _script("deleted_tweets", [
            {"tweet": {"id_str": "1", "full_text": SECRET}}]),
        "data/contact.js": _script("contact", [{"contact": {"emails": [f"{SECRET}@a.example"]}}]),
    },
    "Mastodon": {
        "actor.json": json.dumps({"id": "https://m.example/users/crumb", "preferredUsername": "crumb"}),
        "outbox.json": json.dumps({"id": "outbox.json", "type": "OrderedCollection", "orderedItems": [
            {"type": "Create", "actor": "https://m.example/users/crumb", "published": WHEN,
             "to": [to], "cc": [],
             "object": {"type": "Note", "id": f"https://m.example/@crumb/{n}", "published": WHEN,
                        "url": f"https://m.example/@crumb/{n}", "content": f"<p>{text}</p>", "to": [to]}}
            for n, (to, text) in enumerate((
                ("https://www.w3.org/ns/activitystreams#Public", "Rye for the office"),
                ("https://m.example/users/ana", f"Between us {SECRET}"),
                ("https://m.example/users/crumb/followers", f"For followers {SECRET}"),
            ), 115000000000000000)]}),
        "likes.json": json.dumps({"orderedItems": [f"https://m.example/{SECRET}"]}),
    },
    "Facebook": {
        "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json": json.dumps(
            [{"timestamp": SECONDS, "data": [{"post": "Rye for the office"}]}]),
        "your_facebook_activity/comments_and_reactions/comments.json": json.dumps(
            {"comments_v2": [{"timestamp": SECONDS, "data": [{"comment": {"comment": SECRET}}]}]}),
        **_messages("your_facebook_activity/messages"),
    },
    "Instagram": {
        "your_instagram_activity/media/posts_1.json": json.dumps(
            [{"media": [{"uri": "1.jpg", "creation_timestamp": SECONDS, "title": "Rye for the office"}]}]),
        "your_instagram_activity/comments/post_comments_1.json": json.dumps(
            [{"string_map_data": {"Comment": {"value": SECRET}}}]),
        "your_instagram_activity/media/stories.json": json.dumps(
            {"ig_stories": [{"uri": "s.jpg", "creation_timestamp": SECONDS, "title": SECRET}]}),
        **_messages("your_instagram_activity/messages"),
    },
    "TikTok": {
        "user_data_tiktok.json": json.dumps({
            "Post": {"Posts": {"VideoList": [
                {"Date": "2026-01-05 10:00:00", "Title": "Rye for the office"}]}},
            "Direct Message": {"Direct Messages": {"ChatHistory": {f"Chat with {SECRET}": [
                {"Date": "2026-01-05 10:00:00", "From": SECRET, "Content": SECRET}]}}},
            "Comment": {"Comments": {"CommentsList": [{"date": "2026-01-05 10:00:00", "comment": SECRET}]}}}),
        "Direct Messages.txt": f"Date: 2026-01-05 10:00:00\nFrom: {SECRET}\nContent: {SECRET}, bye\n\n" * 3,
    },
    "Bluesky": {
        "records.json": json.dumps({"records": [
            {"uri": "at://did:plc:a/app.bsky.feed.post/3lbqxyz22222a", "value": {
                "$type": "app.bsky.feed.post", "text": "Rye for the office", "createdAt": WHEN}}]}),
        "convo.json": json.dumps({"messages": [{"text": SECRET, "sentAt": WHEN, "sender": {"did": "d"}}]}),
    },
    "LinkedIn": {
        "Shares.csv": "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n2026-01-05 10:00:00,"
        "https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A7413893577728000000,Rye for the office,,,"
        "MEMBER_NETWORK\n2026-01-06 10:00:00,https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A7,"
        f"For friends {SECRET},,,CONNECTIONS\n",
        "messages.csv": "CONVERSATION ID,FROM,TO,DATE,SUBJECT,CONTENT\n"
        f"1,Ana {SECRET},Jo,2026-01-05 10:00:00 UTC,{SECRET},{SECRET}\n",
        "guide_messages.csv": f"CONVERSATION ID,FROM,TO,DATE,CONTENT\n1,{SECRET},Jo,2026-01-05,{SECRET}\n",
        "Invitations.csv": f"From,To,Sent At,Message,Direction\nAna,Jo,1/5/26,Hello {SECRET},INCOMING\n",
    },
}  # fmt: skip
