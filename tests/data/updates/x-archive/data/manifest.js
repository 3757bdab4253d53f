window.__THAR_CONFIG = {
  "userInfo": {
    "accountId": "77001",
    "userName": "lumenbakery",
    "displayName": "Lumen Bakery"
  },
  "archiveInfo": {
    "sizeBytes": "1",
    "isPartialArchive": false
  },
  "dataTypes": {
    "account": {
      "files": [
        {
          "fileName": "data/account.js",
          "globalName": "YTD.account.part0",
          "count": "1"
        }
      ]
    },
    "tweets": {
      "mediaDirectory": "data/tweets_media",
      "files": [
        {
          "fileName": "data/tweets.js",
          "globalName": "YTD.tweets.part0",
          "count": "6"
        },
        {
          "fileName": "data/tweets-part1.js",
          "globalName": "YTD.tweets.part1",
          "count": "4"
        },
        {
          "fileName": "data/tweets-part2.js",
          "globalName": "YTD.tweets.part2",
          "count": "9"
        }
      ]
    }
  }
}