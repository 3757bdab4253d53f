window.YTD.tweets.part1 = [
  {
    "tweet": {
      "id_str": "1831980657669046272",
      "id": "1831980657669046272",
      "created_at": "Fri Sep 06 09:00:00 +0000 2024",
      "full_text": "Kind words 🥖 https://t.co/quote00001",
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
            "url": "https://t.co/quote00001",
            "expanded_url": "https://twitter.com/crumbmag/status/1831000000000000001",
            "display_url": "twitter.com/crumbmag/s…",
            "indices": [
              "0",
              "23"
            ]
          }
        ]
      }
    }
  },
  {
    "tweet": {
      "id_str": "1832664035619766272",
      "id": "1832664035619766272",
      "created_at": "Sun Sep 08 06:15:30 +0000 2024",
      "full_text": "Ten flours, one oven, one weekend. We baked the same loaf with ten flours so that you need not, wrote down how each dough felt, rose and tasted, and learnt that the cheapest was third and the dearest was eighth, which nobody in the bakery would have bet on, least of all…",
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
  },
  {
    "tweet": {
      "id_str": "7312000000",
      "id": "7312000000",
      "created_at": "Mon Jan 04 05:06:07 +0000 2010",
      "full_text": "Our first loaf is online: http://journal.lumenbakery.example/first",
      "entities": {
        "urls": [],
        "hashtags": [],
        "user_mentions": []
      },
      "favorite_count": "0",
      "retweet_count": "0"
    }
  },
  {
    "tweet": {
      "id_str": [
        "a list?"
      ],
      "full_text": 7
    }
  }
]