window.YTD.tweets.part0 = [
  {
    "tweet": {
      "id_str": "1830870861607862272",
      "id": "1830870861607862272",
      "created_at": "Tue Sep 03 07:30:04 +0000 2024",
      "full_text": "Rye &amp; patience: how our 40-hour loaf is made https://t.co/rye0000001 https://t.co/pic0000001 #bread",
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
            "expanded_url": "https://journal.lumenbakery.example/2024/09/40-hour-rye/?utm_source=twitter",
            "display_url": "journal.lumenbakery.ex…",
            "indices": [
              "0",
              "23"
            ]
          }
        ],
        "media": [
          {
            "url": "https://t.co/pic0000001",
            "media_url_https": "https://pbs.twimg.com/media/rye1.jpg",
            "type": "photo",
            "id_str": "1",
            "expanded_url": "https://twitter.com/lumenbakery/status/1830870861607862272/photo/1",
            "indices": [
              "0",
              "23"
            ]
          }
        ]
      },
      "extended_entities": {
        "media": [
          {
            "url": "https://t.co/pic0000001",
            "media_url_https": "https://pbs.twimg.com/media/rye1.jpg",
            "type": "photo",
            "id_str": "1",
            "expanded_url": "https://twitter.com/lumenbakery/status/1830870861607862272/photo/1",
            "indices": [
              "0",
              "23"
            ]
          },
          {
            "url": "https://t.co/pic0000001",
            "media_url_https": "https://pbs.twimg.com/media/rye2.jpg",
            "type": "photo",
            "id_str": "1",
            "expanded_url": "https://twitter.com/lumenbakery/status/1830870861607862272/photo/1",
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
      "id_str": "1831240782443446272",
      "id": "1831240782443446272",
      "created_at": "Wed Sep 04 08:00:00 +0000 2024",
      "full_text": "@breadfan Forty hours, and worth each.",
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
      "in_reply_to_status_id_str": "1830000000000000001",
      "in_reply_to_user_id_str": "99",
      "in_reply_to_screen_name": "breadfan"
    }
  },
  {
    "tweet": {
      "id_str": "1831242078483382272",
      "id": "1831242078483382272",
      "created_at": "Wed Sep 04 08:05:09 +0000 2024",
      "full_text": "@lumenbakery And the starter keeps for years: https://t.co/starter001",
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
            "url": "https://t.co/starter001",
            "expanded_url": "https://journal.lumenbakery.example/2024/08/starter/",
            "display_url": "journal.lumenbakery.ex…",
            "indices": [
              "0",
              "23"
            ]
          }
        ]
      },
      "in_reply_to_status_id_str": "1830870861607862272",
      "in_reply_to_user_id_str": "77001",
      "in_reply_to_screen_name": "lumenbakery"
    }
  },
  {
    "tweet": {
      "id_str": "1831663572480950272",
      "id": "1831663572480950272",
      "created_at": "Thu Sep 05 12:00:01 +0000 2024",
      "full_text": "RT @crumbmag: The best rye in town is made by people who sleep less than you do. We went to see them at four in the morn… https://t.co/cu…",
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
      "id_str": "1833430209131446272",
      "id": "1833430209131446272",
      "created_at": "Tue Sep 10 09:00:00 +0000 2024",
      "full_text": "Open til six on Sunday",
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
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1833430209131446272",
            "1833432725713846272"
          ],
          "editableUntil": "2024-09-10T10:00:00.000Z",
          "editsRemaining": "4",
          "isEditEligible": true
        }
      }
    }
  },
  {
    "tweet": {
      "id_str": "1833432725713846272",
      "id": "1833432725713846272",
      "created_at": "Tue Sep 10 09:10:00 +0000 2024",
      "full_text": "Open till six on Sunday",
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
      "edit_info": {
        "edit": {
          "initialTweetId": "1833430209131446272",
          "editControlInitial": {
            "editTweetIds": [
              "1833430209131446272",
              "1833432725713846272"
            ],
            "editableUntil": "2024-09-10T10:00:00.000Z",
            "editsRemaining": "4",
            "isEditEligible": true
          }
        }
      }
    }
  }
]