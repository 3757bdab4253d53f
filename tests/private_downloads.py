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
        "data/ip-audit.js": _script("ip_audit", [{"ipAudit": {"loginIp": SECRET}}]),
        "data/phone-number.js": _script("phone_number", [{"device": {"phoneNumber": SECRET}}]),
        "data/twitter-circle-tweet.js": _script("twitter_circle_tweet", [
            {"tweet": {"id_str": "2008119552018337793", "full_text": SECRET}}]),
        "data/note-tweet.js": _script("note_tweet", [
            {"noteTweet": {"noteTweetId": "2008119552018337000", "core": {"text": SECRET}}}]),
        "data/article.js": _script("article", [{"article": {"id": "1", "title": SECRET}}]),
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
            [{"timestamp": SECONDS, "data": [{"post": "Rye for the office"}]},
             {"timestamp": SECONDS + 1, "data": [{"post": "Oats for us"}], "title": "Jo shared a link."},
             {"timestamp": SECONDS + 2, "data": [{"post": SECRET}], "title": "Ana wrote on Jo's timeline."},
             {"timestamp": SECONDS + 3, "data": [{"post": SECRET}], "title": "Jo posted in Bakers."}]),
        "your_facebook_activity/groups/group_posts.json": json.dumps(
            {"group_posts_v2": [{"timestamp": SECONDS, "data": [{"post": SECRET}]}]}),
        "your_facebook_activity/posts/archive.json": json.dumps(
            [{"timestamp": SECONDS, "data": [{"post": SECRET}]}]),
        "your_facebook_activity/posts/trash.json": json.dumps(
            [{"timestamp": SECONDS, "data": [{"post": SECRET}]}]),
        "your_facebook_activity/posts/edits_you_made_to_posts.json": json.dumps(
            [{"timestamp": SECONDS, "data": [{"text": SECRET}]}]),
        "personal_information/profile_information/profile_information.json": json.dumps(
            {"profile_v2": {"name": {"full_name": "Jo"}, "emails": {"emails": [f"{SECRET}@a.example"]},
                            "phone_numbers": [{"phone_number": SECRET}]}}),
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
        "your_instagram_activity/media/archived_posts.json": json.dumps(
            {"ig_archived_post_media": [{"media": [
                {"uri": "a.jpg", "creation_timestamp": SECONDS, "title": SECRET}]}]}),
        "your_instagram_activity/media/recently_deleted_content.json": json.dumps(
            {"ig_recently_deleted_media": [{"media": [
                {"uri": "a.jpg", "creation_timestamp": SECONDS, "title": SECRET}]}]}),
        "personal_information/personal_information/personal_information.json": json.dumps(
            {"profile_user": [{"string_map_data": {"Username": {"value": "crumb"}, "Email": {"value": SECRET},
                                                   "Phone Number": {"value": SECRET}}}]}),
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
        "Email Addresses.csv": f"Email Address,Confirmed,Primary,Updated On\n{SECRET}@a.example,Yes,Yes,\n",
        "PhoneNumbers.csv": f"Extension,Number,Type\n,{SECRET},Mobile\n",
        "Profile.csv": f"First Name,Last Name,Address,Headline,Summary\nJo,B,{SECRET},{SECRET},{SECRET}\n",
        "Recommendations_Received.csv": "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
        f"Ana,L,Acme,CEO,{SECRET},\"01/05/26, 10:00 AM\",VISIBLE\n",
        "Comments_123.csv": f"Date,Link,Message\n2026-01-05 10:00:00,https://www.linkedin.com/feed/,{SECRET}\n",
        "Connections.csv": f'Notes:\n"{SECRET}"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,'
        f"Connected On\nAna,{SECRET},https://www.linkedin.com/in/a,{SECRET}@a.example,Acme,CEO,05 Jan 2026\n",
        "Rich_Media.csv": "Date/Time,Media Description,Media Link\n"
        f'"You uploaded a feed photo on April 12, 2026 at 8:03 AM (GMT)",{SECRET},https://media.example/1\n',
        "Articles/Articles/draft.html": f"<html><head><title>{SECRET}</title></head><body><h1>{SECRET}</h1>"
        f'<p class="created">Created on 2026-02-24 00:06</p><div>{SECRET}</div></body></html>',
        "Invitations.csv": f"From,To,Sent At,Message,Direction\nAna,Jo,1/5/26,Hello {SECRET},INCOMING\n",
    },
    "Threads": {
        "your_instagram_activity/threads/threads_and_replies.json": json.dumps({"text_post_app_text_posts": [
            {"media": [{"uri": "", "creation_timestamp": SECONDS, "title": "Rye for the office"}]}]}),
        "your_instagram_activity/threads/threads_viewed.json": json.dumps(
            {"text_post_app_text_post_app_posts_seen": [{"string_map_data": {"Author": {"value": SECRET}}}]}),
    },
    "Pinterest": {
        "pinterest.html": "<html><body><h1>Pins</h1>" + "".join(
            f'<a href="https://www.pinterest.com/pin/{n}/">pin</a><br>Title: {title},<br>Details: {title},'
            f"<br>Board Name: Bread,<br>Ip Address: {SECRET},<br>Username: crumb,<br>Alt Text: {title},"
            "<br>Canonical Link: https://blog.example/rye-for-the-office,<br>Created at: 2026/01/05 10:00:00,"
            f"<br>Alive: {alive},<br>Is a repin: {repin},<br>Private: {private},"
            for n, (title, alive, repin, private) in enumerate((
                ("Rye for the office", "True", "False", "False"), (SECRET, "True", "False", "True"),
                (SECRET, "False", "False", "False"), (SECRET, "True", "True", "True"),
            ), 1)) + "</body></html>",
    },
    "YouTube": {
        "Takeout/YouTube and YouTube Music/video metadata/videos.csv":
            "Video ID,Video Description (Original),Channel ID,Video Title (Original),Privacy,Video State,"
            "Video Create Timestamp,Video Publish Timestamp\n"
            f"aaaaaaaaaaa,Rye for the office,UC1,Rye for the office,Public,Processed,{WHEN},{WHEN}\n"
            f"bbbbbbbbbbb,{SECRET},UC1,{SECRET},Private,Processed,{WHEN},\n"
            f"ccccccccccc,{SECRET},UC1,{SECRET},Unlisted,Processed,{WHEN},{WHEN}\n",
        "Takeout/YouTube and YouTube Music/comments/comments.csv":
            "Comment ID,Channel ID,Comment Create Timestamp,Video ID,Comment Text\n"
            f"1,UC1,{WHEN},a,{SECRET}\n",
        "Takeout/YouTube and YouTube Music/live chats/live chats.csv":
            "Live Chat ID,Channel ID,Live Chat Create Timestamp,Video ID,Live Chat Text\n"
            f"1,UC1,{WHEN},a,{SECRET}\n",
    },
    "Trello": {
        "board.json": json.dumps({"name": "Social", "lists": [
            {"id": "l", "name": "Published"}, {"id": "o", "name": "Old", "closed": True}],
            "cards": [
                {"id": "1", "idList": "l", "name": "LinkedIn", "desc": "Rye for the office", "due": WHEN},
                {"id": "2", "idList": "l", "name": f"Salaries {SECRET}", "desc": SECRET},
                {"id": "3", "idList": "l", "name": "FB", "desc": SECRET, "closed": True},
                {"id": "4", "idList": "o", "name": "FB", "desc": SECRET}],
            "members": [{"fullName": SECRET, "email": SECRET}], "checklists": [{"name": SECRET}],
            "actions": [{"type": "commentCard", "data": {"text": SECRET}}]}),
    },
    "Instagram's API": {
        "media.json": json.dumps({"data": [
            {"id": "1", "caption": "Rye for the office", "media_type": "IMAGE", "timestamp": WHEN,
             "permalink": "https://www.instagram.com/p/DLrhf0XgABN/",
             "comments": {"data": [{"text": SECRET, "username": SECRET}]}},
            {"id": "2", "caption": SECRET, "media_type": "VIDEO", "media_product_type": "STORY",
             "permalink": "https://www.instagram.com/stories/a/1", "timestamp": WHEN}],
            "paging": {"next": f"https://graph.example/?access_token={SECRET}"}}),
    },
    "Apify": {
        "dataset.json": json.dumps([
            {"id": str(n), "type": "Image", "shortCode": f"DLrhf0XgAB{n}", "caption": text, "timestamp": WHEN,
             "url": f"https://www.instagram.com/p/DLrhf0XgAB{n}/", "ownerUsername": owner,
             "latestComments": [{"text": SECRET, "ownerUsername": SECRET}]}
            for n, (text, owner) in enumerate((
                ("Rye for the office", "crumb"), ("Oats for the boat", "crumb"), (SECRET, "ana")))]),
    },
    "monday": {
        "board.csv": "Calendar\nMarch\nName,Subitems,Channel,Caption,Item ID (auto generated)\n"
        "Rye,,LinkedIn,Rye for the office,1\nSubitems,Name,Owner,Item ID (auto generated)\n"
        f",{SECRET},{SECRET},2\n",
    },
}  # fmt: skip
