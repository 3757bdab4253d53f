window.YTD.community_tweet.part0 = [
  {
    "tweet": {
      "id_str": "1833082920760246272",
      "id": "1833082920760246272",
      "created_at": "Mon Sep 09 10:00:00 +0000 2024",
      "full_text": "For the bakers here: our levain chart https://t.co/levain0001",
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
            "url": "https://t.co/levain0001",
            "expanded_url": "https://journal.lumenbakery.example/2024/07/levain-chart/",
            "display_url": "journal.lumenbakery.ex…",
            "indices": [
              "0",
              "23"
            ]
          }
        ]
      },
      "community_id_str": "1500"
    }
  }
]