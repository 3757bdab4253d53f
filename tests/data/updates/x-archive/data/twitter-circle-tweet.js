window.YTD.twitter_circle_tweet.part0 = [
  {
    "tweet": {
      "id_str": "1832343045534646272",
      "id": "1832343045534646272",
      "created_at": "Sat Sep 07 09:00:00 +0000 2024",
      "full_text": "PRIVATE only for the circle",
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
      }
    }
  }
]