Grailbird.data.tweets_2014_03 = 
 [
 {
  "source": "web",
  "entities": {
   "user_mentions": [],
   "media": [],
   "hashtags": [],
   "urls": [
    {
     "expanded_url": "https://journal.lumenbakery.example/2014/03/weigh-water/",
     "indices": [
      23,
      45
     ],
     "url": "http://t.co/water00001",
     "display_url": "journal.lumen\u2026"
    }
   ]
  },
  "geo": {},
  "id_str": "440398461137846272",
  "text": "Why we weigh water too http://t.co/water00001",
  "id": 440398461137846272,
  "created_at": "2014-03-03 08:09:10 +0000",
  "user": {
   "name": "Lumen Bakery",
   "screen_name": "lumenbakery",
   "protected": false,
   "id_str": "77001",
   "id": 77001
  }
 },
 {
  "source": "web",
  "entities": {
   "user_mentions": [],
   "media": [],
   "hashtags": [],
   "urls": []
  },
  "geo": {},
  "id_str": "440398712796086272",
  "text": "RT @crumbmag: Somebody else's words",
  "id": 440398712796086272,
  "created_at": "2014-03-03 08:10:10 +0000",
  "user": {
   "name": "Lumen Bakery",
   "screen_name": "lumenbakery",
   "protected": false,
   "id_str": "77001",
   "id": 77001
  },
  "retweeted_status": {
   "id_str": "440000000000000001",
   "text": "Somebody else's words"
  }
 }
]