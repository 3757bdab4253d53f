window.YTD.note_tweet.part0 = [
  {
    "noteTweet": {
      "noteTweetId": "1832664035514908672",
      "createdAt": "2024-09-08T06:15:30.000Z",
      "updatedAt": "2024-09-08T06:15:30.000Z",
      "lifecycle": {
        "value": "1",
        "name": "Active"
      },
      "core": {
        "text": "Ten flours, one oven, one weekend. We baked the same loaf with ten flours so that you need not, wrote down how each dough felt, rose and tasted, and learnt that the cheapest was third and the dearest was eighth, which nobody in the bakery would have bet on, least of all the miller, & all of it is here: https://t.co/flours0001",
        "urls": [
          {
            "shortUrl": "https://t.co/flours0001",
            "expandedUrl": "https://journal.lumenbakery.example/2024/09/ten-flours/",
            "displayUrl": "journal…",
            "fromIndex": "1",
            "toIndex": "2"
          }
        ],
        "mentions": [],
        "hashtags": []
      }
    }
  },
  {
    "noteTweet": {
      "noteTweetId": "1830048178238390272",
      "createdAt": "2024-09-01T01:01:01.000Z",
      "core": {
        "text": "PRIVATE a long post of a tweet that was deleted",
        "urls": []
      }
    }
  }
]