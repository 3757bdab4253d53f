window.YTD.like.part0 = [
  {
    "like": {
      "tweetId": "1",
      "fullText": "PRIVATE words of others",
      "expandedUrl": "https://twitter.com/i/web/status/1"
    }
  }
]