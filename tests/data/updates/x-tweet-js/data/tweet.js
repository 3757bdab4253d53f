window.YTD.tweet.part0 = [ {
  "id_str": "1830870861607862272",
  "id": "1830870861607862272",
  "created_at": "Tue Sep 03 07:30:04 +0000 2024",
  "full_text": "Rye &amp; patience https://t.co/rye0000001",
  "truncated": false,
  "retweeted": false,
  "favorite_count": "4",
  "retweet_count": "2",
  "lang": "en",
  "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": [
      {
        "url": "https://t.co/rye0000001",
        "expanded_url": "https://journal.lumenbakery.example/2024/09/40-hour-rye/",
        "display_url": "journal.lumenbakery.ex…",
        "indices": [
          "0",
          "23"
        ]
      }
    ]
  }
}, {
  "id_str": "1831242078483382272",
  "id": "1831242078483382272",
  "created_at": "Wed Sep 04 08:05:09 +0000 2024",
  "full_text": "And one more thing about rye",
  "truncated": false,
  "retweeted": false,
  "favorite_count": "4",
  "retweet_count": "2",
  "lang": "en",
  "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
  },
  "in_reply_to_status_id_str": "1830870861607862272",
  "in_reply_to_user_id_str": "77001"
}, {
  "id_str": "1123467081937846272",
  "id": "1123467081937846272",
  "created_at": "Wed May 01 06:00:00 +0000 2019",
  "full_text": "A very long thought that an old archive cuts in the middle of its last wor… https://t.co/self000001",
  "truncated": false,
  "retweeted": false,
  "favorite_count": "4",
  "retweet_count": "2",
  "lang": "en",
  "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": [
      {
        "url": "https://t.co/self000001",
        "expanded_url": "https://twitter.com/i/web/status/1123467081937846272"
      }
    ]
  }
} ]